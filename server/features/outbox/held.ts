import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { SealBroken, unseal } from '../../crypto/seal.ts';
import type { Reader } from '../../db/connection.ts';
import type { LeasedMail } from '../../domain/mail/deliveryStore.ts';
import { letsIn } from '../../domain/mail/kinds.ts';
import type { YoungRoute } from '../../domain/mail/mailRoute.ts';
import { RESTORED } from '../../domain/mail/restored.ts';
import { WAY_ALTERED } from '../../domain/mail/mailer.ts';
import type { StoredMail } from '../../domain/mail/store.ts';
import { bodyContext } from '../../domain/mail/write.ts';
import type { MailBody } from '../../domain/mail/write.ts';
import { goesByYoungRoute } from '../../domain/mail/youngWay.ts';
import { EMAIL_MACS } from '../../domain/people/macs.ts';
import { userById } from '../../domain/people/store.ts';

/** Kept of a mail that goes nowhere, because somebody wrote to the database where to. */
export const ALTERED = 'gatehouse:address_altered';
/** Kept in place of what a mail server said, which never begins so. */
const HELD = 'gatehouse:mail_route_changed';
const UNPROVEN = 'gatehouse:mail_not_proven';

/** Why a mail was not sent: what the mail server said, or that it is held. */
export function notSentBecause(error: string): string | Sentence {
  if (error === HELD) return sentence('answers/settings', 'heldForRoute');
  if (error === ALTERED) return sentence('answers/settings', 'heldForAltered');
  if (error === WAY_ALTERED) return sentence('answers/settings', 'wayAltered');
  if (error === UNPROVEN) return sentence('answers/settings', 'heldForProof');
  return error === RESTORED ? sentence('backup', 'overByRestore') : error;
}

/** By which way mails go now. */
export interface Way {
  route: YoungRoute | null;
  /** Whether nothing is known that keeps an invitation from working. */
  isProven: boolean;
  /** The public address that is set. */
  base: string | null;
}

/**
 * Whether somebody wrote to the database where a mail goes, or where the links in it lead. SECURITY: whoever did so would have the link
 * or code in it (S-120). A mail without a key may go to another address than it was written for: one that was put right since.
 */
export async function isAltered(
  reader: Reader,
  keys: Keyring,
  mail: LeasedMail,
  { base }: Way,
): Promise<boolean> {
  const user = mail.user_id === null ? undefined : await userById(reader, mail.user_id);
  if (user && !EMAIL_MACS.holds(keys, user, user.email_mac)) return true;
  const body = openBody(keys, mail);
  if (body?.to === undefined || !letsIn(mail.kind)) return false;
  return body.to !== mail.to_address || (typeof body.base === 'string' && body.base !== base);
}

function openBody(keys: Keyring, mail: LeasedMail): MailBody | null {
  try {
    return JSON.parse(unseal(keys, bodyContext(mail), mail.sealed_body)) as MailBody;
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

/** Why a mail waits although there is a mail server, as a code; null where it goes. */
export async function whyHeld(
  reader: Reader,
  { kind, user_id }: Pick<StoredMail, 'kind' | 'user_id'>,
  { route, isProven }: Omit<Way, 'base'>,
): Promise<string | null> {
  // An invitation that leads nowhere would use up its days.
  if (kind === 'set_up_link' && route === null && !isProven) return UNPROVEN;
  if (route === null || !letsIn(kind)) return null;
  if (user_id === null) return HELD;
  return goesByYoungRoute(kind, await userById(reader, user_id)) ? null : HELD;
}
