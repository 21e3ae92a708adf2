import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { later, prepared } from '../../db/prepared.ts';
import { CLOCKS_APART, HOUR } from '../../time.ts';

/** How attempts are slowed: seconds to wait from so many in a row on, doubling with each. */
export interface Slowing {
  from: number;
  seconds: number;
  longest: number;
}
const PASSWORDS: Slowing = { from: 5, seconds: 5, longest: 60 };
/** After a quiet while the count begins anew. */
const FORGOTTEN_AFTER = 24 * HOUR;

/** In the statement that counts, the milliseconds before the next one is looked at; the highest number first. */
function delayAfter(failures: RawBuilder<number>, { from, seconds, longest }: Slowing): RawBuilder<number> {
  const doublings = Math.ceil(Math.log2(longest / seconds));
  const steps = Array.from({ length: doublings + 1 }, (_, index) => doublings - index).map((doubled) => {
    const wait = Math.min(longest, seconds * 2 ** doubled) * 1000;
    return sql`when ${failures} >= ${sql.lit(from + doubled)} then ${sql.lit(wait)}`;
  });
  return sql<number>`case ${sql.join(steps, sql` `)} else 0 end`;
}

/** From now, the furthest that a delay can end; what ends later was written by a clock that was wrong (S-92). */
const furthest = ({ longest }: Slowing) => longest * 1000 + CLOCKS_APART;

interface Attempt {
  key: string;
  now: number;
  forgottenBefore: number;
}

const counting = (slowing: Slowing) =>
  prepared((db, { key, now, forgottenBefore }: Attempt) => {
    const failures = sql<number>`(case when password_throttles.updated_at < ${forgottenBefore} then 1 else password_throttles.failures + 1 end)`;
    return db
      .insertInto('password_throttles')
      .values({ username_hash: key, failures: 1, next_at: now, updated_at: now })
      .onConflict((conflict) =>
        conflict
          .column('username_hash')
          .doUpdateSet({
            failures,
            next_at: later(now, delayAfter(failures, slowing)),
            updated_at: now,
          })
          .where((eb) =>
            eb.or([
              eb('password_throttles.next_at', '<=', now),
              eb('password_throttles.next_at', '>', later(now, furthest(slowing))),
            ]),
          ),
      )
      .returning('failures');
  });

const countingPasswords = counting(PASSWORDS);

/**
 * Counts an attempt, by one statement that many at once can't pass together: as a failure, until it is forgotten. Answers
 * how many there are with it; null where a delay runs, and nothing was counted.
 *
 * @param key what is counted, as a hash
 */
export async function countAttempt(
  tx: Tx,
  key: string,
  now: number,
  slowing: Slowing = PASSWORDS,
): Promise<number | null> {
  const statement = slowing === PASSWORDS ? countingPasswords : counting(slowing);
  const row = await statement.first(tx, { key, now, forgottenBefore: now - FORGOTTEN_AFTER });
  return row?.failures ?? null;
}

/** Seconds to wait, 0 where one may be tried. */
export async function delayOf(
  reader: Reader,
  key: string,
  now: number,
  slowing: Slowing = PASSWORDS,
): Promise<number> {
  const row = await reader
    .selectFrom('password_throttles')
    .select('next_at')
    .where('username_hash', '=', key)
    .executeTakeFirst();
  const runs = row && row.next_at > now && row.next_at <= now + furthest(slowing);
  return runs ? Math.ceil((row.next_at - now) / 1000) : 0;
}

/** Takes an attempt back that could not be looked at, unless others were counted since. */
export async function takeBack(tx: Tx, key: string, counted: number): Promise<void> {
  await tx
    .updateTable('password_throttles')
    .set({ failures: counted - 1, next_at: 0 })
    .where('username_hash', '=', key)
    .where('failures', '=', counted)
    .execute();
}

export async function forget(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of keys) await forgotten.changed(tx, { key });
}

const forgotten = prepared((db, { key }: { key: string }) =>
  db.deleteFrom('password_throttles').where('username_hash', '=', key),
);

/** Writes the time once more and nothing else. */
export async function touch(tx: Tx, key: string, now: number): Promise<void> {
  await tx
    .updateTable('password_throttles')
    .set({ updated_at: now })
    .where('username_hash', '=', key)
    .execute();
}

/** Removes counts that nothing was added to since a time (UTC ms). */
export async function removeOldThrottles(reader: Reader, before: number): Promise<void> {
  await reader.deleteFrom('password_throttles').where('updated_at', '<', before).execute();
}
