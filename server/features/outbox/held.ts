import type { Keyring } from '../../crypto/keyring.ts';
import { SealBroken, unseal } from '../../crypto/seal.ts';
import type { Reader } from '../../db/connection.ts';
import { letsIn } from '../../domain/mail/kinds.ts';
import type { YoungRoute } from '../../domain/mail/mailRoute.ts';
import { HELD, UNPROVEN } from '../../domain/mail/notSent.ts';
import type { StoredMail } from '../../domain/mail/store.ts';
import { bodyContext } from '../../domain/mail/write.ts';
import type { MailBody } from '../../domain/mail/write.ts';
import { goesByYoungRoute } from '../../domain/mail/youngWay.ts';
import { isAddressBound } from '../../domain/people/macs.ts';
import { userById } from '../../domain/people/store.ts';

/** By which way mails go now. */
export interface Way {
  route: YoungRoute | null;
  /** Whether nothing is known that keeps an invitation from working. */
  isProven: boolean;
}

/**
 * What somebody wrote to the database: the person's address, which counts again once it is saved, or the mail itself, which then never goes.
 * Null where nobody did. SECURITY: whoever did so would have the link or code in it (S-120). A mail without a key may go to another address
 * than it was written for: one that was put right since.
 */
export async function whatIsAltered(
  reader: Reader,
  keys: Keyring,
  mail: StoredMail,
): Promise<'address' | 'mail' | null> {
  const body = openBody(keys, mail);
  // Written to an address that somebody had put there, which may be as it was again.
  if (body && (body.to === null || (body.kind ?? mail.kind) !== mail.kind)) return 'mail';
  const user = mail.user_id === null ? undefined : await userById(reader, mail.user_id);
  if (user && !isAddressBound(keys, user)) return 'address';
  return body?.to !== undefined && letsIn(mail.kind) && body.to !== mail.to_address ? 'mail' : null;
}

/** What a mail is. SECURITY: by its sealed body, which nobody without the key writes; by its row where that was sealed before bodies said so. */
export const kindOf = (keys: Keyring, mail: StoredMail): string => openBody(keys, mail)?.kind ?? mail.kind;

function openBody(keys: Keyring, mail: StoredMail): MailBody | null {
  if (mail.sealed_body === null) return null;
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
  keys: Keyring,
  mail: StoredMail,
  { route, isProven }: Way,
): Promise<string | null> {
  const { user_id: userId } = mail;
  const kind = kindOf(keys, mail);
  // An invitation that leads nowhere would use up its days.
  if (kind === 'set_up_link' && route === null && !isProven) return UNPROVEN;
  if (route === null || !letsIn(kind)) return null;
  if (userId === null) return HELD;
  return goesByYoungRoute(kind, await userById(reader, userId)) ? null : HELD;
}
