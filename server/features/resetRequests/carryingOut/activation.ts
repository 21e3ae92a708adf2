import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import type { AuditDeps } from '../../../domain/audit/append.ts';
import type { AuditPerson } from '../../../domain/audit/append.ts';
import { issueActivationCode } from '../../../domain/authenticators/activationStore.ts';
import type { User } from '../../../domain/people/people.ts';
import { lastResetOf } from '../store.ts';
import { youngRoute } from '../../../domain/mail/mailRoute.ts';
import { hasYoungAddress } from './addressStore.ts';
import type { NotByMail } from '../rules/situation.ts';
import { PASSWORD_TAINT } from '../rules/tier.ts';

export type Delivery = 'mail' | 'in_person';

/**
 * Why the code that follows a reset goes by no mail; null where it may. SECURITY: whoever reads the mailbox
 * could have set the password by it; the code must not follow (S-34: never password and MFA in one act).
 */
export async function whyNotByMail(
  reader: Reader,
  user: Pick<User, 'id' | 'password_mailed_at'>,
  now: number,
): Promise<NotByMail | null> {
  if (await hasYoungAddress(reader, user.id, now)) return 'young_address';
  if (user.password_mailed_at !== null && user.password_mailed_at > now - PASSWORD_TAINT)
    return 'password_mailed';
  if ((await youngRoute(reader, now)) !== null) return 'young_route';
  // Its link is gone where *this wasn't me* was pressed after it.
  // SECURITY: the evidence of that request is of a day before somebody reported it; they may hold the mailbox.
  if ((await lastResetOf(reader, user.id))?.veto_token_hash === null) return 'reported';
  return null;
}

export async function deliveryFor(...asked: Parameters<typeof whyNotByMail>): Promise<Delivery> {
  return (await whyNotByMail(...asked)) === null ? 'mail' : 'in_person';
}

/** Makes the activation code that follows a reset and writes down that it was made, never what it is. */
export async function issueAfterReset(
  tx: Tx,
  deps: AuditDeps,
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
    // A reset that is carried out makes it, whoever's request that happens in.
    ...(by === null ? { origin: null } : {}),
  });
  return code;
}
