import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { WAY_ALTERED } from './mailer.ts';
import { RESTORED } from './restored.ts';

/** Kept of a mail that goes nowhere, because somebody wrote to the database where to, or what it is. */
export const ALTERED = 'gatehouse:address_altered';
/** Kept in place of what a mail server said, which never begins so. */
export const HELD = 'gatehouse:mail_route_changed';
export const UNPROVEN = 'gatehouse:mail_not_proven';

/** Why a mail was not sent: what the mail server said, or that it is held. */
export function notSentBecause(error: string): string | Sentence {
  if (error === HELD) return sentence('answers/settings', 'heldForRoute');
  if (error === ALTERED) return sentence('answers/settings', 'heldForAltered');
  if (error === WAY_ALTERED) return sentence('answers/settings', 'wayAltered');
  if (error === UNPROVEN) return sentence('answers/settings', 'heldForProof');
  return error === RESTORED ? sentence('backup', 'overByRestore') : error;
}
