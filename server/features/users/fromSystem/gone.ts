import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Deps } from '../../../context.ts';
import { appendAuditMany } from '../../../domain/audit/append.ts';
import { personOf } from '../../../domain/people/people.ts';
import { lockUsers, usersById } from '../../../domain/people/store.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import type { SystemPerson } from '../../../domain/systems/kind.ts';
import { SEEN } from '../../../domain/systems/macs.ts';
import type { StoredReading } from '../../../domain/systems/peopleReadingStore.ts';
import { changeSeen } from '../../../domain/systems/systemPeopleStore.ts';
import type { SeenPerson } from '../../../domain/systems/systemPeopleStore.ts';
import { DAY } from '../../../time.ts';
import { mostGoneAtOnce } from '../rules/whoIsThere.ts';
import { suspend } from '../suspend.ts';
import type { ResetParts } from '../suspend.ts';
import { whyNotChanged } from './judge.ts';
import type { ReadSource } from './source.ts';

/** Who is gone, by what was read. */
export interface Gone {
  /** Since now. */
  left: SeenPerson[];
  /** Noted before, and there again. */
  back: SeenPerson[];
  /** Noted before, and gone still. */
  away: SeenPerson[];
}

const SLICE = 25;

/**
 * Compares whoever was read before with who is there. Who is closed there is gone, too; but not by a reset of this server, which holds
 * accounts so.
 *
 * @param held accounts there, by their ids, that resets hold
 */
export function compareSeen(
  seen: Iterable<SeenPerson>,
  people: readonly SystemPerson[],
  held: ReadonlySet<string>,
): Gone {
  const listed = new Map(people.map(({ externalId, enabled }) => [externalId, enabled]));
  const gone: Gone = { left: [], back: [], away: [] };
  for (const row of seen) {
    const isOpen = listed.get(row.external_id);
    const isHeld = isOpen === false && held.has(row.external_id);
    if (isOpen === true) {
      if (row.gone_since !== null) gone.back.push(row);
    } else if (!isHeld) gone[row.gone_since === null ? 'left' : 'away'].push(row);
  }
  return gone;
}

/** Notes who is gone and who is back, with an event for each. Answers how many are gone since now. */
export async function noteGone(
  deps: Deps,
  source: ReadSource,
  { left, back }: Gone,
  now: number,
): Promise<number> {
  let noted = 0;
  const all = [...left.map((row) => ({ row, since: now })), ...back.map((row) => ({ row, since: null }))];
  for (let first = 0; first < all.length; first += SLICE) {
    const some = all.slice(first, first + SLICE);
    await deps.db.transaction(async (tx) => {
      await source.hold(tx);
      const ids = some.map(({ row }) => row.user_id);
      const people = new Map((await usersById(tx, ids)).map((user) => [user.id, personOf(user)]));
      const events = [];
      for (const { row, since } of some) {
        const target = people.get(row.user_id);
        // SECURITY: when they were suspended stays, or a system that lists them again for an hour has a day's ceiling anew.
        if (!target || !(await changeSeen(tx, deps.keys, row, { gone_since: since }))) continue;
        const action = since === null ? ('system.person_back' as const) : ('system.person_gone' as const);
        events.push({ at: now, action, actor: null, target, data: { system: source.name } });
        if (since !== null) noted += 1;
      }
      await appendAuditMany(tx, deps, events);
    });
    await nextTurn();
  }
  return noted;
}

/**
 * Suspends who is gone for as long as was agreed, in a reading that didn't find them either. SECURITY: never staff or specially
 * protected people, and nobody where too many would go in a day: then a right was taken there, or somebody wants them out here.
 */
export async function suspendGone(
  deps: Deps,
  { source, reading, resets }: { source: ReadSource; reading: StoredReading; resets: ResetParts },
  { seen, away, now }: { seen: readonly SeenPerson[]; away: readonly SeenPerson[]; now: number },
): Promise<{ suspended: number; tooMany: { count: number; most: number } | null }> {
  const over = now - reading.grace_days * DAY;
  const due = away.filter((row) => (row.gone_since ?? now) <= over && SEEN.isAsWritten(deps.keys, row));
  const people = new Map<string, SeenPerson>(due.map((row) => [row.user_id, row]));
  const ids = await suspendable(deps, [...people.keys()], now);
  const isOurs = (row: SeenPerson) => SEEN.isAsWritten(deps.keys, row);
  const lately = seen.filter(({ suspended_at: at }) => at !== null && at > now - DAY).length;
  const most = mostGoneAtOnce(seen.filter(isOurs).length);
  if (ids.length > 0 && ids.length + lately > most)
    return { suspended: 0, tooMany: { count: ids.length + lately, most } };
  let suspended = 0;
  for (let first = 0; first < ids.length; first += SLICE) {
    suspended += await deps.db.transaction(async (tx) => {
      await source.hold(tx);
      const users = await lockUsers(tx, deps, ids.slice(first, first + SLICE));
      let done = 0;
      for (const user of users) {
        const row = people.get(user.id);
        if (!row || (await source.whyNot(tx, user))) continue;
        if (!(await changeSeen(tx, deps.keys, row, { suspended_at: now }))) continue;
        const data = { source: source.name, goneSince: new Date(row.gone_since ?? now).toISOString() };
        await suspend(tx, deps, resets, { user, by: null, now, data });
        await endSessions(tx, user.id);
        done += 1;
      }
      return done;
    });
    await nextTurn();
  }
  return { suspended, tooMany: null };
}

/** In the order of ids. */
async function suspendable({ db, keys }: Deps, ids: readonly string[], now: number): Promise<string[]> {
  const found: string[] = [];
  for (let first = 0; first < ids.length; first += 500) {
    const users = await usersById(db.kysely, ids.slice(first, first + 500));
    const sensitive = await sensitivePeople(db.kysely, keys, users, now);
    found.push(
      ...users.filter((user) => whyNotChanged(user, sensitive.has(user.id)) === null).map(({ id }) => id),
    );
  }
  return found.toSorted();
}
