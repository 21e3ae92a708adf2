import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Reader } from '../../db/connection.ts';
import { letsIn } from '../../domain/mail/kinds.ts';
import type { YoungRoute } from '../../domain/mail/mailRoute.ts';
import { RESTORED } from '../../domain/mail/restored.ts';
import type { StoredMail } from '../../domain/mail/store.ts';
import { goesByYoungRoute } from '../../domain/mail/youngWay.ts';
import { userById } from '../../domain/people/store.ts';

/** Kept in place of what a mail server said, which never begins so. */
const HELD = 'gatehouse:mail_route_changed';
const UNPROVEN = 'gatehouse:mail_not_proven';

/** Why a mail was not sent: what the mail server said, or that it is held. */
export function notSentBecause(error: string): string | Sentence {
  if (error === HELD) return sentence('answers/settings', 'heldForRoute');
  if (error === UNPROVEN) return sentence('answers/settings', 'heldForProof');
  return error === RESTORED ? sentence('backup', 'overByRestore') : error;
}

/** By which way mails go now. */
export interface Way {
  route: YoungRoute | null;
  /** Whether nothing is known that keeps an invitation from working. */
  isProven: boolean;
}

/** Why a mail waits although there is a mail server, as a code; null where it goes. */
export async function whyHeld(
  reader: Reader,
  { kind, user_id }: Pick<StoredMail, 'kind' | 'user_id'>,
  { route, isProven }: Way,
): Promise<string | null> {
  // An invitation that leads nowhere would use up its days.
  if (kind === 'set_up_link' && route === null && !isProven) return UNPROVEN;
  if (route === null || !letsIn(kind)) return null;
  if (user_id === null) return HELD;
  return goesByYoungRoute(kind, await userById(reader, user_id)) ? null : HELD;
}
