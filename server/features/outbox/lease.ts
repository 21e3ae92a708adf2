import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import { MINUTE } from '../../time.ts';
import type { Db, Reader } from '../../db/connection.ts';
import { skipLocked } from '../../db/dialects.ts';
import type { OutboxTable } from '../../db/schema.ts';

export type LeasedMail = Selectable<OutboxTable> & { sealed_body: string };

/** Longer than any attempt (`SEND_DEADLINE_MS`); after a crash the mail is tried again when it is over. */
const LEASE_MS = 5 * MINUTE;
/** No pause is longer; a time beyond is of a clock that was wrong. */
const LONGEST_PAUSE_MS = 24 * 60 * MINUTE;

function due(reader: Reader, now: number) {
  return (
    reader
      .selectFrom('outbox')
      // A literal, so that both databases know it as the condition of the partial index.
      .where('state', '<>', sql.lit<'sent'>('sent'))
      .where((eb) =>
        eb.or([eb('next_attempt_at', '<=', now), eb('next_attempt_at', '>', now + LONGEST_PAUSE_MS)]),
      )
      .where((eb) => eb.or([eb('leased_until', '<=', now), eb('leased_until', '>', now + LEASE_MS)]))
      .where('sealed_body', 'is not', null)
  );
}

/** Cheap and without a lock: most of the time there is nothing. */
export async function anyDue(db: Db, now: number): Promise<boolean> {
  const found = await due(db.kysely, now).select('id').limit(1).executeTakeFirst();
  return found !== undefined;
}

/** Takes the mail that has waited longest, for this server alone until the lease is over; counts the attempt. */
export function leaseNext(db: Db, now: number): Promise<LeasedMail | undefined> {
  return db.transaction(async (tx) => {
    const query = due(tx, now).selectAll().orderBy('next_attempt_at').limit(1);
    const mail = await skipLocked(db.dialect, query).executeTakeFirst();
    if (!mail || mail.sealed_body === null) return undefined;
    const lease = { attempts: mail.attempts + 1, leased_until: now + LEASE_MS };
    await tx.updateTable('outbox').set(lease).where('id', '=', mail.id).execute();
    return { ...mail, ...lease, sealed_body: mail.sealed_body };
  });
}
