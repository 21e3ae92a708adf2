import { setImmediate as nextTurn } from 'node:timers/promises';
import { sentence } from '../../../../contract/words/sentence.ts';
import { requireNotFrozen } from '../../../domain/settings/frozen.ts';
import type { Kept } from '../../../domain/pendingChanges/propose.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { DatabaseUnavailable, isUniqueViolation } from '../../../db/errors.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { insertImport } from '../../../domain/people/importStore.ts';
import type { Candidate } from './checkRow.ts';
import { existingUsers } from './existingUsers.ts';
import { ofField, ofRow } from './faults.ts';
import { insertPeople, asksForLinks } from './insert.ts';
import type { Importing } from './insert.ts';
import type { RowProblem } from './parse.ts';
import { afterTaking, slicesOf } from './slices.ts';

/** Files of up to so many rows are imported whole or not at all: others wait for it with what they write. */
const WHOLE = 1_000;
/** Larger ones in transactions of so many at least, and of as many as take a moment, with those of others in between. */
const SLICE = 50;
const ATTEMPTS = 3;
/** What a row is told whose username somebody took meanwhile. */
const isTaken = (username: string) =>
  ofField('username', username, sentence('answers/users', 'userThere', { username }));
const NOT_REACHED = ofRow(sentence('answers/users', 'notReached'));

export interface Inserted {
  imported: number;
  /** What was kept with the last of them. */
  kept: Kept | null;
  /** Of rows that were good when they were looked at. */
  problems: RowProblem[];
}

/**
 * Imports good rows: up to 1,000 in one transaction, more in slices, each of which is whole people with their
 * events. Where the database goes away in between, those who were imported stay, and the other rows are told of.
 *
 * @param input.skipped rows of the file that are not good, for the event
 */
export async function insertInSlices(
  deps: Deps,
  input: Importing & {
    rows: readonly Candidate[];
    skipped: number;
    /** What else belongs to an import that is whole: in the transaction of its last people. */
    atEnd: (tx: Tx, imported: number) => Promise<Kept | null>;
  },
): Promise<Inserted> {
  const { rows, skipped, managers, atEnd, ...importing } = input;
  const { importId, now } = importing;
  const slices = await slicesOf(rows, rows.length > WHOLE ? SLICE : WHOLE);
  const ids = new Map(managers);
  const done: Inserted = { imported: 0, kept: null, problems: [] };

  async function insert(slice: readonly Candidate[], isLast: boolean): Promise<void> {
    const imported = done.imported + slice.length;
    if (slice.length === 0 && (!isLast || imported === 0)) return;
    const made = await deps.db.transaction(async (tx) => {
      // A freeze in the middle leaves the slices that were: their links may be out.
      await importing.source?.hold(tx);
      if (asksForLinks(importing)) await requireNotFrozen(tx, deps, 'setups');
      if (done.imported === 0) await insertImport(tx, { id: importId, by: importing.by?.id ?? null, now });
      const people = await insertPeople(tx, deps, { ...importing, managers: ids, rows: slice });
      if (isLast) {
        const from = importing.source && { source: importing.source.name };
        const data = { imported, skipped: skipped + done.problems.length, ...from };
        const event = { at: now, actor: importing.by, target: null, data };
        await appendAudit(tx, deps, { ...event, action: 'users.imported' });
      }
      const kept = isLast ? await atEnd(tx, imported) : null;
      // The commit waits for the disk, and is a round of its own.
      await nextTurn();
      return { people, kept };
    });
    done.kept = made.kept;
    for (const [username, id] of made.people) ids.set(username, id);
    done.imported = imported;
    await nextTurn();
  }

  /** Leaves out the rows whose usernames somebody else took meanwhile. */
  async function insertWhoIsLeft(slice: readonly Candidate[], isLast: boolean): Promise<void> {
    let left = slice;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await insert(left, isLast);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isUniqueViolation(error)) throw error;
        const usernames = left.map(({ username }) => username);
        const taken = await existingUsers(deps.db.kysely, usernames);
        for (const [username, id] of taken) ids.set(username, id);
        const lost = left.filter(({ username }) => taken.has(username));
        done.problems.push(...lost.map(({ line, username }) => ({ line, faults: [isTaken(username)] })));
        left = left.filter(({ username }) => !taken.has(username));
      }
    }
  }

  let together = 1;
  for (let start = 0; start < slices.length;) {
    const next = start + together;
    const began = performance.now();
    try {
      await insertWhoIsLeft(slices.slice(start, next).flat(), next >= slices.length);
      start = next;
      together = afterTaking(together, performance.now() - began);
    } catch (error) {
      if (done.imported === 0 || !(error instanceof DatabaseUnavailable)) throw error;
      deps.log.error({ err: error }, 'an import could not be finished');
      const rest = slices.slice(start).flat();
      done.problems.push(...rest.map(({ line }) => ({ line, faults: [NOT_REACHED] })));
      break;
    }
  }
  return done;
}
