import { setImmediate as nextTurn } from 'node:timers/promises';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Person } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader } from '../../../db/connection.ts';
import { inTurns } from '../../../inTurns.ts';
import type { AuditPerson } from '../../../domain/audit/append.ts';
import { activePeople } from '../../../domain/people/importStore.ts';
import { personOf } from '../../../domain/people/people.ts';
import { lockUsers } from '../../../domain/people/store.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import { refuse } from '../../../refusal.ts';
import { suspend } from '../suspend.ts';
import type { ResetParts } from '../suspend.ts';

/** Who is here and in no row of a file that says it is whole. */
export interface GoneFromFile {
  /** Of those who would be suspended, in order. */
  ids: string[];
  /** The first of them. */
  people: Person[];
  /** Staff and sensitive people: they stay, and are suspended on their page. */
  kept: number;
}

/** The objection to suspending so many; null where there is none. */
export type Agrees = (count: number) => Sentence | null;

/** In the console their number is typed. */
export const typedGone =
  (typed = 0): Agrees =>
  (count) =>
    typed === count ? null : sentence('answers/users', 'typeGone', { count });

/** A program says how many it expects at most. */
export const goneAtMost =
  (most: number): Agrees =>
  (count) =>
    count <= most ? null : sentence('answers/users', 'tooManyGone', { count, most });

const SLICE = 25;
const READ_AT_ONCE = 500;
const NAMED = 10;

/** @param usernames of everybody in the file, as `usernameKey` has them */
export async function goneFrom(
  reader: Reader,
  keys: Keyring,
  usernames: ReadonlySet<string>,
  now: number,
): Promise<GoneFromFile> {
  const gone: GoneFromFile = { ids: [], people: [], kept: 0 };
  const missing = (await activePeople(reader)).filter(({ username }) => !usernames.has(username));
  gone.kept = missing.filter((person) => person.is_staff === 1).length;
  const others = missing.filter((person) => person.is_staff === 0);
  for await (const some of inTurns(others, { most: READ_AT_ONCE })) {
    const sensitive = await sensitivePeople(reader, keys, some, now);
    const going = some.filter(({ id }) => !sensitive.has(id));
    gone.kept += some.length - going.length;
    gone.ids.push(...going.map(({ id }) => id));
    gone.people.push(...going.slice(0, NAMED - gone.people.length).map(personOf));
  }
  return gone;
}

/** A row that nobody could read may be anybody's: then nobody is called gone. */
export function refuseBadRows(skipped: number): void {
  if (skipped === 0) return;
  const detail = sentence('answers/users', 'wholeNeedsAllRows', { count: skipped });
  throw refuse('invalid_input', { detail, fields: { whole: detail } });
}

/** Refuses with `confirm_number` where there is an objection to their number. */
export function refuseNumber(count: number, objection: Sentence | null): void {
  if (objection) throw refuse('confirm_number', { detail: objection, extra: { count } });
}

/** What a dry run says of them. */
export const wouldGo = (gone: GoneFromFile | null) =>
  gone && { gone: { count: gone.ids.length, people: gone.people, kept: gone.kept } };

/**
 * Suspends them, some in each transaction, each with the event and the mail of a suspension by hand. Who became staff or protected
 * meanwhile, or is suspended already, is left as they are. Answers how many were suspended.
 */
export async function suspendGone(
  deps: Deps,
  resets: ResetParts,
  {
    ids,
    importId,
    by,
    now,
  }: { ids: readonly string[]; importId: string; by: AuditPerson | null; now: number },
): Promise<number> {
  let suspended = 0;
  // In the order of ids, as everybody locks people.
  const inOrder = ids.toSorted();
  for (let start = 0; start < inOrder.length; start += SLICE) {
    suspended += await deps.db.transaction(async (tx) => {
      const users = await lockUsers(tx, deps, inOrder.slice(start, start + SLICE));
      const sensitive = await sensitivePeople(tx, deps.keys, users, now);
      const going = users.filter(
        (user) => user.status === 'active' && user.is_staff === 0 && !sensitive.has(user.id),
      );
      for (const user of going) {
        await suspend(tx, deps, resets, { user, by, now, data: { importId } });
        await endSessions(tx, user.id);
      }
      return going.length;
    });
    await nextTurn();
  }
  return suspended;
}
