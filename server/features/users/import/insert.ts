import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Role } from '../../../../contract/permissions.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { inTurns } from '../../../inTurns.ts';
import { appendAuditMany } from '../../../domain/audit/append.ts';
import type { AuditEvent, AuditPerson } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { newUserRow, roleRows } from '../../../domain/people/createUser.ts';
import { keepDepartments } from '../../../domain/people/departmentStore.ts';
import { personOf } from '../../../domain/people/people.ts';
import type { User } from '../../../domain/people/people.ts';
import { insertRoles } from '../../../domain/people/roleStore.ts';
import { insertUsers } from '../../../domain/people/store.ts';
import type { ReadSource } from '../fromSystem/source.ts';
import { roleIn } from '../roles.ts';
import type { Candidate } from './checkRow.ts';

/** Rows that are written at once: as many as take some 15 ms, between these. */
const AT_ONCE = { least: 25, most: 200, first: 25 };

export interface Importing {
  /** Ids of managers who are there by now, by username. */
  managers: ReadonlyMap<string, string>;
  /** Null: by the operator, on the server's machine. */
  by: AuditPerson | null;
  /** One password for trials instead of set-up links. */
  initialPassword: { hash: string; activationWaivedUntil: number } | null;
  /** Whether invitations go out, as soon as mail can work. */
  invites: boolean;
  /** The connected system that they are read from; null of a file. */
  source?: ReadSource | null;
  /** Of this file. */
  importId: string;
  now: number;
}

interface Made {
  candidate: Candidate;
  user: User;
}

/**
 * Inserts rows with their roles and audit events; no link is made before its invitation goes out. Answers the ids by username. Throws where a username was
 * taken meanwhile.
 */
export async function insertPeople(
  tx: Tx,
  deps: Deps,
  importing: Importing & { rows: readonly Candidate[] },
): Promise<Map<string, string>> {
  const written = importing.rows.flatMap(({ department }) => department ?? []);
  const names = await keepDepartments(tx, written, importing.now);
  const rows = importing.rows.map((row) => ({
    ...row,
    department: row.department && (names.get(row.department) ?? row.department),
  }));
  const made = makeUsers(deps, { ...importing, rows });
  // Other requests are answered in between; those that write wait for this transaction.
  for await (const batch of inTurns(made, AT_ONCE)) await insertBatch(tx, deps, importing, batch);
  await tellOfRoles(tx, deps, importing, made);
  return new Map(made.map(({ user }) => [user.username, user.id]));
}

function makeUsers(
  deps: Deps,
  { rows, managers, initialPassword, invites, importId, now }: Importing & { rows: readonly Candidate[] },
): Made[] {
  const made = rows.map((candidate) => ({
    candidate,
    user: newUserRow(
      deps,
      {
        ...candidate,
        importId,
        invitation: initialPassword ? null : invites ? 'asked' : 'draft',
        passwordHash: initialPassword?.hash,
        activationWaivedUntil: initialPassword?.activationWaivedUntil,
      },
      now,
    ),
  }));
  const ids = new Map(made.map(({ user }) => [user.username, user.id]));
  for (const { candidate, user } of made) {
    // A manager may stand further down, so that ids come first.
    if (candidate.manager !== null) {
      user.manager_id = ids.get(candidate.manager) ?? managers.get(candidate.manager) ?? null;
    }
  }
  return made;
}

async function insertBatch(tx: Tx, deps: Deps, importing: Importing, batch: readonly Made[]): Promise<void> {
  const { by, now } = importing;
  const users = batch.map(({ user }) => user);
  await insertUsers(tx, users);
  await insertRoles(
    tx,
    deps.keys,
    batch.flatMap(({ user, candidate }) => roleRows(user.id, candidate.roles, by?.id ?? null, now)),
  );
  await appendAuditMany(
    tx,
    deps,
    batch.flatMap((made) => eventsOf(made, importing)),
  );
}

/** Whoever has a password for trials needs none. */
export const asksForLinks = ({
  initialPassword,
  invites,
}: Pick<Importing, 'initialPassword' | 'invites'>): boolean => invites && !initialPassword;

function eventsOf({ user, candidate }: Made, importing: Importing): AuditEvent[] {
  const { by, now, source = null } = importing;
  const event = { at: now, actor: by, target: personOf(user) };
  const invitation = user.invitation ?? 'none';
  const { username, department } = user;
  const from = source && { source: source.name, sourceBy: source.byId };
  const data = { username, department, imported: true, invitation, ...from };
  return [
    { ...event, action: 'user.created', data },
    ...staffRoles(candidate).map((role) => ({ ...event, action: 'role.granted' as const, data: { role } })),
  ];
}

const staffRoles = ({ roles }: Candidate): Role[] => [...new Set(roles)].filter((role) => role !== 'user');

/** One mail for each role, whether it went to one person or to many. */
async function tellOfRoles(tx: Tx, deps: Deps, { by, now }: Importing, made: Made[]): Promise<void> {
  const people = new Map<Role, string[]>();
  for (const { user, candidate } of made) {
    for (const role of staffRoles(candidate)) people.set(role, [...(people.get(role) ?? []), user.name]);
  }
  for (const [role, names] of people) {
    await mailStaff(tx, deps, {
      to: 'administrators_and_officers',
      kind: 'role_granted',
      at: now,
      params: {
        person: peopleIn(names),
        by: by?.name ?? sentence('mail', 'operator'),
        role: roleIn(role),
      },
    });
  }
}

/** The first of them, and how many more. */
function peopleIn(names: readonly string[]): Sentence {
  const [named, more] = [names.slice(0, 3), names.length - 3];
  return more > 0
    ? sentence('mail', 'peopleAndMore', { names: named.join(', '), more })
    : sentence('mail', 'people', { names: { each: named, by: 'and' } });
}
