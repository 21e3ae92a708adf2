import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import type { AuditPerson } from '../audit/append.ts';
import { issueActivationCode } from '../mfa/activation.ts';
import { CONTACT_TAINT } from './rules/tier.ts';

export type Delivery = 'mail' | 'in_person';

/** SECURITY: a code goes to no address younger than 30 days: whoever changed it may be who asks for the reset (S-34). */
export async function deliveryFor(reader: Reader, userId: string, now: number): Promise<Delivery> {
  const changed = await reader
    .selectFrom('contact_changes')
    .select('id')
    .where('user_id', '=', userId)
    .where('field', '=', 'email')
    .where('first', '=', 0)
    .where('at', '>', now - CONTACT_TAINT)
    .executeTakeFirst();
  return changed ? 'in_person' : 'mail';
}

/** The request that ended in a user's last reset; undefined where there was none, or by `recover` only. */
export async function lastResetOf(reader: Reader, userId: string): Promise<string | undefined> {
  const request = await reader
    .selectFrom('reset_requests')
    .select('id')
    .where('user_id', '=', userId)
    .where('state', '=', 'completed')
    .orderBy('ended_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return request?.id;
}

/** Makes the activation code that follows a reset and writes down that it was made, never what it is. */
export async function issueAfterReset(
  tx: Tx,
  deps: Pick<Deps, 'random'>,
  input: { requestId: string; user: AuditPerson; by: AuditPerson | null; delivery: Delivery; now: number },
): Promise<string> {
  const { requestId, user, by, delivery, now } = input;
  const code = await issueActivationCode(tx, deps, { userId: user.id, requestId, delivery, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'activation_code.issued',
    actor: by,
    target: user,
    data: { requestId, delivery },
  });
  return code;
}
