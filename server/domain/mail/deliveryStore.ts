import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import { skipLocked } from '../../db/dialects.ts';
import type { DialectName } from '../../db/dialects.ts';
import { MINUTE } from '../../time.ts';
import type { StoredMail } from './store.ts';

export type LeasedMail = StoredMail & { sealed_body: string };

/** Longer than any attempt (`SEND_DEADLINE_MS`); after a crash the mail is tried again when it is over. */
const LEASE_MS = 5 * MINUTE;
/** No pause is longer; a time beyond is of a clock that was wrong. */
const LONGEST_PAUSE_MS = 24 * 60 * MINUTE;

function due(reader: Reader, now: number) {
  return (
    reader
      .selectFrom('outbox')
      // A literal, so that both databases know it as the condition of the partial index.
      .where('state', '=', sql.lit<'waiting'>('waiting'))
      .where((eb) =>
        eb.or([eb('next_attempt_at', '<=', now), eb('next_attempt_at', '>', now + LONGEST_PAUSE_MS)]),
      )
      .where((eb) => eb.or([eb('leased_until', '<=', now), eb('leased_until', '>', now + LEASE_MS)]))
      .where('sealed_body', 'is not', null)
  );
}

/** Whether a mail waits to be sent. Cheap and without a lock: most of the time there is nothing. */
export async function anyDue(reader: Reader, now: number): Promise<boolean> {
  const found = await due(reader, now).select('id').limit(1).executeTakeFirst();
  return found !== undefined;
}

/**
 * Takes the most urgent mail, of those the one that has waited longest, for this server alone until the lease is over; counts the
 * attempt. Undefined where nothing is due, or others have all of it.
 */
export async function leaseNext(tx: Tx, dialect: DialectName, now: number): Promise<LeasedMail | undefined> {
  const query = due(tx, now).selectAll().orderBy('urgency').orderBy('next_attempt_at').limit(1);
  const mail = await skipLocked(dialect, query).executeTakeFirst();
  if (!mail || mail.sealed_body === null) return undefined;
  const lease = { attempts: mail.attempts + 1, leased_until: now + LEASE_MS };
  await tx.updateTable('outbox').set(lease).where('id', '=', mail.id).execute();
  return { ...mail, ...lease, sealed_body: mail.sealed_body };
}

/** False where it was marked as sent already, by a server whose lease was over. `at` in UTC ms. */
export async function markSent(
  tx: Tx,
  { id, secret }: Pick<LeasedMail, 'id' | 'secret'>,
  at: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outbox')
    .set({
      state: 'sent',
      sent_at: at,
      leased_until: 0,
      last_error: null,
      refused_at: null,
      sealed_body: null,
    })
    // SECURITY: codes and links are gone once they are delivered (S-52).
    .$if(secret === 1, (query) => query.set({ preview: '' }))
    .where('id', '=', id)
    .where('state', '<>', 'sent')
    .executeTakeFirst();
  return numUpdatedRows !== 0n;
}

/** What became of an attempt that failed: until when it waits, or since when it is refused for good. */
export type Verdict = { error: string } & (
  { state: 'waiting'; until: number } | { state: 'failed'; refusedAt: number }
);

/** Ends the lease with the verdict of an attempt that failed. Who made the mail due meanwhile, for another way, still has it due. */
export async function postpone(
  reader: Reader,
  { id, leased_until, next_attempt_at }: Pick<LeasedMail, 'id' | 'leased_until' | 'next_attempt_at'>,
  verdict: Verdict,
): Promise<void> {
  const unlessMadeDue = <T extends string | number>(value: T, otherwise: RawBuilder<T>) =>
    sql<T>`case when next_attempt_at = ${next_attempt_at} then ${value} else ${otherwise} end`;
  const isFailed = verdict.state === 'failed';
  await reader
    .updateTable('outbox')
    .set({
      state: unlessMadeDue(verdict.state, sql.lit<Verdict['state']>('waiting')),
      ...(isFailed
        ? { refused_at: verdict.refusedAt, refusal_told: 0 }
        : { next_attempt_at: unlessMadeDue(verdict.until, sql.ref('next_attempt_at')) }),
      leased_until: 0,
      last_error: verdict.error,
    })
    .where('id', '=', id)
    .where('state', '<>', 'sent')
    // A server that took the lease over in the meantime writes its own verdict.
    .where('leased_until', '=', leased_until)
    .execute();
}
