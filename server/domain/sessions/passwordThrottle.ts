import { sql } from 'kysely';
import type { Deps } from '../../context.ts';
import { HOUR } from '../../time.ts';
import { keyedHash } from '../../crypto/hash.ts';
import type { Reader, Tx } from '../../db/connection.ts';

const SLOW_FROM = 5;
const LONGEST_SECONDS = 60;
/** After a quiet while the count begins anew. */
const FORGOTTEN_AFTER = 24 * HOUR;

/**
 * Delays per username, known or not, from five wrong passwords on, at most 60 s, never a lock (S-11). A verdict is given
 * only while no delay runs at its commit, so that guesses in parallel gain nothing over guesses in a row.
 */
export function createPasswordThrottle({ keys }: Pick<Deps, 'keys'>) {
  const hashOf = (username: string) => keyedHash(keys, 'username', username);

  return {
    /** Seconds to wait, 0 where a password may be tried. */
    async wait(db: Reader, username: string, now: number): Promise<number> {
      const row = await db
        .selectFrom('password_throttles')
        .select('next_at')
        .where('username_hash', '=', hashOf(username))
        .executeTakeFirst();
      return row && row.next_at > now ? Math.ceil((row.next_at - now) / 1000) : 0;
    },

    /** Counts a wrong password; false where a delay began meanwhile, and nothing was counted. */
    async countWrong(tx: Tx, username: string, now: number): Promise<boolean> {
      const failures = sql<number>`case when password_throttles.updated_at < ${now - FORGOTTEN_AFTER} then 1 else password_throttles.failures + 1 end`;
      const counted = await tx
        .insertInto('password_throttles')
        .values({ username_hash: hashOf(username), failures: 1, next_at: 0, updated_at: now })
        .onConflict((conflict) =>
          conflict
            .column('username_hash')
            .doUpdateSet({ failures, updated_at: now })
            .where('password_throttles.next_at', '<=', now),
        )
        .returning('failures')
        .executeTakeFirst();
      if (!counted) return false;
      const seconds =
        counted.failures < SLOW_FROM ? 0 : Math.min(LONGEST_SECONDS, 5 * 2 ** (counted.failures - SLOW_FROM));
      if (seconds > 0) {
        await tx
          .updateTable('password_throttles')
          .set({ next_at: now + seconds * 1000 })
          .where('username_hash', '=', hashOf(username))
          .execute();
      }
      return true;
    },

    async clear(tx: Tx, username: string): Promise<void> {
      await tx.deleteFrom('password_throttles').where('username_hash', '=', hashOf(username)).execute();
    },
  };
}
