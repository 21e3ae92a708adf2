import { setImmediate as nextTurn } from 'node:timers/promises';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import type { AuditPerson } from '../../../domain/audit/append.ts';
import { usersByUsername } from '../../../domain/people/importStore.ts';
import { emailKey } from '../../../domain/people/rules/keys.ts';
import type { ManagedUser } from '../../../domain/people/importStore.ts';
import type { User } from '../../../domain/people/people.ts';
import { lockUser } from '../../../domain/people/store.ts';
import { inTurns } from '../../../inTurns.ts';
import type { ProfileColumns } from '../change.ts';
import { saveProfile } from '../saveProfile.ts';
import type { Candidate } from './checkRow.ts';
import { ofField, ofRow } from './faults.ts';
import type { Fault } from './faults.ts';
import type { FieldChange, RowProblem } from './parse.ts';
import type { ReadSource } from '../fromSystem/source.ts';
import { whoStays } from './stays.ts';

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
  /** Who stays in their department; what else their row changes is changed. */
  stays: RowProblem[];
}

const READ_AT_ONCE = 500;
const SLICE = 25;
const FIELDS = ['name', 'email', 'department', 'phone', 'mobile', 'manager'] as const;

/** What rows of people who are there would change. An empty value says nothing, and roles are given by people, not by files. */
export async function findUpdates(
  reader: Reader,
  keys: Keyring,
  rows: readonly Candidate[],
  now: number,
): Promise<Updates> {
  const found: Updates = { changed: [], unchanged: 0, stays: [] };
  for await (const some of inTurns(rows, { most: READ_AT_ONCE })) {
    const people = await usersByUsername(
      reader,
      some.map(({ username }) => username),
    );
    const told = some.flatMap((row) => {
      const user = people.get(row.username);
      return user ? [{ line: row.line, user, changes: changesOf(row, user) }] : [];
    });
    const moves = told.flatMap(({ user, changes }) => {
      const move = changes.find(({ field }) => field === 'department');
      return move ? [{ user, department: move.to }] : [];
    });
    const staying = await whoStays(reader, keys, moves, now);
    for (const { line, user, changes: all } of told) {
      const stays = staying.get(user.id);
      const changes = stays ? all.filter(({ field }) => field !== 'department') : all;
      if (changes.length > 0) found.changed.push({ line, userId: user.id, changes });
      else if (!stays) found.unchanged += 1;
      if (!stays) continue;
      const to = all.find(({ field }) => field === 'department')?.to ?? null;
      const goesIn = changes.length > 0 && { imported: true as const };
      found.stays.push({ line, faults: [ofField('department', to, stays)], ...goesIn });
    }
  }
  return found;
}

/** Whether one of them asks for a step-up: what leads people to their resets does. */
export const changesContacts = ({ changed }: Updates): boolean =>
  changed.some(({ changes }) => changes.some(({ field }) => field !== 'name' && field !== 'department'));

/** What a row tells its reader of what it changes. */
export function changeWords({ line, changes }: PersonUpdate): RowProblem {
  const faults = changes.map((change) => ofField(change.field, change.to, wordsOf(change)));
  return { line, imported: true, faults, changes };
}

/** A sentence for each field. */
export const fieldWords = (changes: readonly FieldChange[]): Sentence[] => changes.map(wordsOf);

const wordsOf = ({ field, from, to }: FieldChange): Sentence =>
  from === null
    ? sentence('answers/users', 'fieldSet', { field, to })
    : sentence('answers/users', 'fieldChanged', { field, from, to });

/**
 * Changes people as a file says, some in each transaction, with the events and mails of a change by hand. Whoever the move to
 * another department would free from MFA, or who became sensitive meanwhile, is left as they are: that is confirmed on their
 * page, one by one.
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
        const fault = await updatePerson(tx, deps, input, update);
        if (fault) refused.push({ line: update.line, faults: [fault] });
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
): Promise<Fault | null> {
  const user = await lockUser(tx, deps, update.userId);
  if (!user) return ofRow(sentence('answers/users', 'goneMeanwhile'));
  const not = await source?.whyNot(tx, user);
  if (not) return ofRow(not);
  const profile = await profileOf(tx, user, update.changes);
  const { department } = profile;
  if (typeof department === 'string') {
    const stays = (await whoStays(tx, deps.keys, [{ user, department }], now)).get(user.id);
    if (stays) return ofField('department', department, stays);
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
