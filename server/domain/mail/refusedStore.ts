import type { Reader, Tx } from '../../db/connection.ts';
import { kindSpec, MAIL_KINDS } from './kinds.ts';
import type { MailKind } from './kinds.ts';
import type { StoredMail } from './store.ts';

/** Those that can still be sent: a restore ends what waited. */
const refused = (reader: Reader) =>
  reader
    .selectFrom('outbox')
    .where('state', '=', 'failed')
    .where('sealed_body', 'is not', null)
    .where('refused_at', 'is not', null);

/** Mails to somebody at an address that are refused for good, the newest first. */
export function refusedAt(
  reader: Reader,
  { userId, address }: { userId: string; address: string },
): Promise<Pick<StoredMail, 'id' | 'last_error'>[]> {
  return refused(reader)
    .where('user_id', '=', userId)
    .where('to_address', '=', address)
    .select(['id', 'last_error'])
    .orderBy('created_at', 'desc')
    .execute();
}

/** Those that nobody was told of yet, the oldest first. A mail that tells of others is none of them. */
export function untoldRefusals(
  reader: Reader,
): Promise<Pick<StoredMail, 'id' | 'to_address' | 'last_error'>[]> {
  return refused(reader)
    .where('refusal_told', '=', 0)
    .where('kind', '<>', 'mails_refused')
    .select(['id', 'to_address', 'last_error'])
    .orderBy('refused_at')
    .orderBy('id')
    .execute();
}

export async function markTold(tx: Tx): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ refusal_told: 1 })
    .where('state', '=', 'failed')
    .where('refusal_told', '=', 0)
    .execute();
}

const ONLY_THERE = (Object.keys(MAIL_KINDS) as MailKind[]).filter((kind) => {
  const { letsIn, currentAddressOnly } = kindSpec(kind);
  return letsIn === true || currentAddressOnly === true;
});

/**
 * Sends what an address refused to the one that took its place. SECURITY: what lets somebody in was meant for whoever reads the
 * address of then, and ended with the change.
 */
export async function sendOnRefused(
  tx: Tx,
  { userId, from, to, now }: { userId: string; from: string; to: string; now: number },
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ to_address: to, state: 'waiting', next_attempt_at: now, refused_at: null, last_error: null })
    .where('state', '=', 'failed')
    .where('sealed_body', 'is not', null)
    .where('user_id', '=', userId)
    .where('to_address', '=', from)
    .where('kind', 'not in', ONLY_THERE)
    .execute();
}

/** The notice by whose acceptance a hold begins, at the person's address of now; undefined where it is gone. */
export function noticeOfHold(
  reader: Reader,
  { requestId, decidedAt, address }: { requestId: string; decidedAt: number; address: string },
): Promise<Pick<StoredMail, 'id' | 'state' | 'last_error'> | undefined> {
  return (
    reader
      .selectFrom('outbox')
      .select(['id', 'state', 'last_error'])
      // First of all by time, which has an index.
      .where('created_at', '=', decidedAt)
      .where('request_id', '=', requestId)
      .where('kind', '=', 'reset_approved_holding')
      .where('to_address', '=', address)
      .executeTakeFirst()
  );
}
