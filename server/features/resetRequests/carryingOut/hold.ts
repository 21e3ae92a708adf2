import type { Deps } from '../../../context.ts';
import { HOUR } from '../../../time.ts';
import type { Tx } from '../../../db/connection.ts';
import { mailConfigured } from '../../../domain/mail/mailer.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import { assess } from '../assessing/assess.ts';
import { standingOf } from '../assessing/standing.ts';
import { refusalOf } from '../rules/machine.ts';
import { changeWhere, lockRequest } from '../store.ts';

/**
 * The hold counts from the mail server's acceptance of the notice, so that the user has all of it to object; null until
 * then. Where no mail server is set it counts from the approval (docs/decisions/0010-hold-without-mail.md).
 */
export async function holdEnd(tx: Tx, deps: Deps, holdMs: number, now: number): Promise<number | null> {
  const waits = holdMs > 0 && mailConfigured(deps.config, await readSettings(tx));
  return waits ? null : now + holdMs;
}

/**
 * The mail server accepted the notice of a hold: from now on it runs. To be called by the outbox, once a mail. Answers whose
 * hold began; undefined where none waited.
 */
export async function startHold(
  tx: Tx,
  deps: Deps,
  { requestId, acceptedAt }: { requestId: string; acceptedAt: number },
): Promise<string | undefined> {
  const request = await lockRequest(tx, deps, requestId);
  if (!request || refusalOf('start_hold', standingOf(request, acceptedAt))) return undefined;
  const { rule } = await assess(tx, deps, { request, actor: null, now: acceptedAt });
  const hold_ends_at = acceptedAt + rule.holdHours * HOUR;
  await changeWhere(tx, { id: requestId, from: ['approved'] }, { hold_ends_at });
  return request.user_id;
}
