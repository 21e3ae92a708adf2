import type { Reader } from '../../db/connection.ts';
import { letsIn } from '../../domain/mail/kinds.ts';
import type { YoungRoute } from '../../domain/mail/mailRoute.ts';
import type { StoredMail } from '../../domain/mail/store.ts';
import { userById } from '../../domain/people/store.ts';

const HELD =
  'The way of mails changed in the last 7 days, so nothing that lets somebody in goes by it. Someone who did not change it can reveal this mail and hand it over.';

/**
 * Why a mail waits although there is a mail server, as a sentence; null where it goes. SECURITY: whoever turned the way reads
 * what goes by it. A new password alone opens no account that has MFA, so that such a link goes, unless it is of staff.
 */
export async function whyHeld(
  reader: Reader,
  { kind, user_id }: Pick<StoredMail, 'kind' | 'user_id'>,
  route: YoungRoute | null,
): Promise<string | null> {
  if (route === null || !letsIn(kind)) return null;
  if (kind !== 'password_link' || user_id === null) return HELD;
  const user = await userById(reader, user_id);
  return user?.mfa_state === 'on' && user.is_staff === 0 ? null : HELD;
}
