import { setImmediate as nextTurn } from 'node:timers/promises';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import type { AuditPerson } from '../../../domain/audit/append.ts';
import { usersByUsername } from '../../../domain/people/importStore.ts';
import { emailKey } from '../../../domain/people/rules/keys.ts';
import type { ManagedUser } from '../../../domain/people/importStore.ts';
import type { User } from '../../../domain/people/people.ts';
import { rolesOf } from '../../../domain/people/roleStore.ts';
import { lockUser } from '../../../domain/people/store.ts';
import { inTurns } from '../../../inTurns.ts';
import type { ProfileColumns } from '../change.ts';
import { isFreedByMove } from '../freed.ts';
import { saveProfile } from '../saveProfile.ts';
import type { Candidate } from './checkRow.ts';
import type { FieldChange, RowProblem } from './parse.ts';
import type { ReadSource } from '../fromSystem/source.ts';

/** Somebody who is there, and what the file would change. */
export interface PersonUpdate {
  line: number;
  userId: string;
  changes: FieldChange[];
}

interface Updating {
  /** Null: the operator, on the server's machine, or `source`. */
  by: AuditPerson | null;
  source?: ReadSource | null;
  now: number;
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
  return { line, imported: true, problems: fieldWords(changes), changes };
}

/** A sentence for each field. */
export const fieldWords = (changes: readonly FieldChange[]): Sentence[] =>
  changes.map(({ field, from, to }) =>
    from === null
      ? sentence('answers/users', 'fieldSet', { field, to })
      : sentence('answers/users', 'fieldChanged', { field, from, to }),
  );

/**
 * Changes people as a file says, some in each transaction, with the events and mails of a change by hand. Whoever the move to
 * another department would free from MFA is left as they are: that is confirmed on their page, one by one.
 */
export async function updatePeople(
  deps: Deps,
  input: Updating & { changed: readonly PersonUpdate[] },
): Promise<{ updated: number; problems: RowProblem[] }> {
  const { changed, by, now, source = null } = input;
  const problems: RowProblem[] = [];
  let updated = 0;
  for (let start = 0; start < changed.length; start += SLICE) {
    const slice = changed.slice(start, start + SLICE);
    const isLast = start + SLICE >= changed.length;
    const outcome = await deps.db.transaction(async (tx) => {
      await source?.hold(tx);
      const refused: RowProblem[] = [];
      // In the order of ids, as everybody locks people.
      for (const update of slice.toSorted((a, b) => (a.userId < b.userId ? -1 : 1))) {
        const problem = await updatePerson(tx, deps, input, update);
        if (problem) refused.push({ line: update.line, problems: [problem] });
      }
      const done = slice.length - refused.length;
      if (isLast && updated + done > 0) {
        const event = { at: now, action: 'users.import_changed', actor: by, target: null } as const;
        const data = { changed: updated + done, ...(source && { source: source.name }) };
        await appendAudit(tx, deps, { ...event, data });
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
  { by, now, source = null }: Updating,
  update: PersonUpdate,
): Promise<Sentence | null> {
  const user = await lockUser(tx, deps, update.userId);
  if (!user) return sentence('answers/users', 'goneMeanwhile');
  const not = await source?.whyNot(tx, user);
  if (not) return not;
  const profile = await profileOf(tx, user, update.changes);
  const { department } = profile;
  if (department !== undefined) {
    const roles = await rolesOf(tx, deps.keys, user.id);
    if (await isFreedByMove(tx, { user, roles, department, now }))
      return sentence('answers/users', 'moveFrees', { name: user.name, department: department ?? '' });
  }
  await saveProfile(tx, deps, { user, profile, by, source, frees: false, now });
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

/** What a row changes of somebody, field by field; null says nothing. */
export function changesOf(
  row: Readonly<Record<FieldChange['field'], string | null>>,
  user: ManagedUser,
): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const [from, to] = [user[field], row[field]];
    if (to === null || to === from) return [];
    // The same mailbox, written otherwise.
    if (field === 'email' && from !== null && emailKey(to) === emailKey(from)) return [];
    return [{ field, from, to }];
  });
}
