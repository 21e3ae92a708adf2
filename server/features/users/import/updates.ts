import { setImmediate as nextTurn } from 'node:timers/promises';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import type { AuditPerson } from '../../../domain/audit/append.ts';
import { usersByUsername } from '../../../domain/people/importStore.ts';
import type { User } from '../../../domain/people/people.ts';
import { rolesOf } from '../../../domain/people/roleStore.ts';
import { lockUser } from '../../../domain/people/store.ts';
import { inTurns } from '../../../inTurns.ts';
import type { ProfileColumns } from '../change.ts';
import { isFreedByMove } from '../freed.ts';
import { saveProfile } from '../saveProfile.ts';
import type { Candidate } from './checkRow.ts';
import type { FieldChange, RowProblem } from './parse.ts';

/** Somebody who is there, and what the file would change. */
export interface PersonUpdate {
  line: number;
  userId: string;
  changes: FieldChange[];
}

export interface Updates {
  changed: PersonUpdate[];
  unchanged: number;
}

const READ_AT_ONCE = 500;
const SLICE = 25;
const FIELDS = ['name', 'email', 'department', 'phone', 'mobile', 'manager'] as const;

/** What rows of people who are there would change. An empty value says nothing, and roles are given by people, not by files. */
export async function findUpdates(reader: Reader, rows: readonly Candidate[]): Promise<Updates> {
  const found: Updates = { changed: [], unchanged: 0 };
  for await (const some of inTurns(rows, { most: READ_AT_ONCE })) {
    const people = await usersByUsername(
      reader,
      some.map(({ username }) => username),
    );
    for (const row of some) {
      const user = people.get(row.username);
      if (!user) continue;
      const changes = changesOf(row, user);
      if (changes.length === 0) found.unchanged += 1;
      else found.changed.push({ line: row.line, userId: user.id, changes });
    }
  }
  return found;
}

/** Whether one of them asks for a step-up: what leads people to their resets does. */
export const changesContacts = ({ changed }: Updates): boolean =>
  changed.some(({ changes }) => changes.some(({ field }) => field !== 'name' && field !== 'department'));

/** What a row tells its reader of what it changes. */
export function changeWords({ line, changes }: PersonUpdate): RowProblem {
  return {
    line,
    imported: true,
    problems: changes.map(({ field, from, to }) =>
      from === null
        ? sentence('answers/users', 'fieldSet', { field, to })
        : sentence('answers/users', 'fieldChanged', { field, from, to }),
    ),
    changes,
  };
}

/**
 * Changes people as a file says, some in each transaction, with the events and mails of a change by hand. Whoever the move to
 * another department would free from MFA is left as they are: that is confirmed on their page, one by one.
 */
export async function updatePeople(
  deps: Deps,
  { changed, by, now }: { changed: readonly PersonUpdate[]; by: AuditPerson | null; now: number },
): Promise<{ updated: number; problems: RowProblem[] }> {
  const problems: RowProblem[] = [];
  let updated = 0;
  for (let start = 0; start < changed.length; start += SLICE) {
    const slice = changed.slice(start, start + SLICE);
    const isLast = start + SLICE >= changed.length;
    const outcome = await deps.db.transaction(async (tx) => {
      const refused: RowProblem[] = [];
      // In the order of ids, as everybody locks people.
      for (const update of slice.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))) {
        const problem = await updatePerson(tx, deps, { update, by, now });
        if (problem) refused.push({ line: update.line, problems: [problem] });
      }
      const done = slice.length - refused.length;
      if (isLast && updated + done > 0) {
        const event = { at: now, action: 'users.import_changed', actor: by, target: null } as const;
        await appendAudit(tx, deps, { ...event, data: { changed: updated + done } });
      }
      await nextTurn();
      return { refused, done };
    });
    problems.push(...outcome.refused);
    updated += outcome.done;
  }
  return { updated, problems };
}

async function updatePerson(
  tx: Tx,
  deps: Deps,
  { update, by, now }: { update: PersonUpdate; by: AuditPerson | null; now: number },
): Promise<Sentence | null> {
  const user = await lockUser(tx, deps, update.userId);
  if (!user) return sentence('answers/users', 'goneMeanwhile');
  const profile = await profileOf(tx, user, update.changes);
  const { department } = profile;
  if (department !== undefined) {
    const roles = await rolesOf(tx, user.id);
    if (await isFreedByMove(tx, { user, roles, department, now }))
      return sentence('answers/users', 'moveFrees', { name: user.name, department: department ?? '' });
  }
  await saveProfile(tx, deps, { user, profile, by, frees: false, now });
  return null;
}

async function profileOf(
  tx: Tx,
  user: User,
  changes: readonly FieldChange[],
): Promise<Partial<ProfileColumns>> {
  const profile: Partial<ProfileColumns> = {};
  for (const { field, to } of changes) {
    if (field !== 'manager') profile[field] = to;
    else profile.manager_id = (await usersByUsername(tx, [to])).get(to)?.id ?? user.manager_id;
  }
  // Somebody may have changed the same meanwhile.
  return Object.fromEntries(
    (Object.keys(profile) as (keyof ProfileColumns)[])
      .filter((column) => profile[column] !== user[column])
      .map((column) => [column, profile[column]]),
  );
}

function changesOf(row: Candidate, user: User & { manager: string | null }): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const [from, to] = [user[field], row[field]];
    if (to === null || to === from) return [];
    // The same mailbox, written otherwise.
    if (field === 'email' && to.toLowerCase() === from?.toLowerCase()) return [];
    return [{ field, from, to }];
  });
}
