import { sql } from 'kysely';
import type { Reader } from '../../db/connection.ts';
import { prepared } from '../../db/prepared.ts';
import { CLOCKS_APART, MINUTE } from '../../time.ts';

/** What one server may let through of an address' requests before it asks again. */
export interface Portion {
  /** 0: nothing is left until `endsAt`. */
  granted: number;
  endsAt: number;
}

/** A server takes so much of what is left. The smaller, the less lies unused at a server that the address leaves; the larger, the fewer writes. */
const SHARE = 10;

interface Taking {
  key: string;
  now: number;
  /** Of a minute that begins now, and the furthest that one can end which another server began (S-92). */
  endsAt: number;
  latest: number;
  perMinute: number;
  first: number;
}

const taking = prepared((db, { key, now, endsAt, latest, perMinute, first }: Taking) => {
  const isOver = sql`(address_counts.ends_at <= ${now} or address_counts.ends_at > ${latest})`;
  const left = sql`(cast(${perMinute} as bigint) - address_counts.taken)`;
  const portion = sql<number>`case when ${isOver} then cast(${first} as bigint) when ${left} <= 0 then 0
    when ${left} < ${sql.lit(2 * SHARE)} then 1 else ${left} / ${sql.lit(SHARE)} end`;
  return db
    .insertInto('address_counts')
    .values({ address_hash: key, ends_at: endsAt, taken: first, granted: first })
    .onConflict((conflict) =>
      conflict.column('address_hash').doUpdateSet({
        ends_at: sql<number>`case when ${isOver} then cast(${endsAt} as bigint) else address_counts.ends_at end`,
        taken: sql<number>`case when ${isOver} then 0 else address_counts.taken end + ${portion}`,
        granted: portion,
      }),
    )
    .returning(['granted', 'ends_at']);
});

/**
 * Takes a portion of the requests that an address may make in a minute, by one statement that many servers at once can't pass
 * together: what all of them take is never more than `perMinute`.
 *
 * @param key the address, as a hash
 */
export async function takePortion(
  db: Reader,
  key: string,
  { perMinute, now }: { perMinute: number; now: number },
): Promise<Portion> {
  const endsAt = now + MINUTE;
  const first = Math.ceil(perMinute / SHARE);
  const row = await taking.first(db, { key, now, endsAt, latest: endsAt + CLOCKS_APART, perMinute, first });
  if (!row) throw new Error('A portion was neither granted nor refused.');
  return { granted: row.granted, endsAt: row.ends_at };
}

/** Removes counts whose minute was over at a time (UTC ms). */
export async function removeOldCounts(db: Reader, before: number): Promise<void> {
  await db.deleteFrom('address_counts').where('ends_at', '<', before).execute();
}
