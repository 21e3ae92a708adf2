import { sentence } from '../../../contract/words/sentence.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import type { ConfirmVerdict } from './enrolments.ts';

/** What to answer for a setup that was not proven. `status` is 401 on the sign-in screens, 403 under a session. */
export function confirmRefusal(verdict: Exclude<ConfirmVerdict, { kind: 'on' }>, status: 401 | 403): Refusal {
  if (verdict.kind === 'ended') {
    return refuse('enrolment_ended', {
      detail: sentence('answers/signIn', 'setupEnded'),
    });
  }
  return refuse('invalid_code', {
    status,
    detail: sentence('answers/signIn', verdict.ofOther ? 'oldEntrysCode' : 'wrongSetupCode'),
    extra: { triesLeft: verdict.triesLeft },
  });
}

/** Refused before any look-up, hash or counter (S-06). `status` as above. */
export function notSixDigits(status: 401 | 403): Refusal {
  return refuse('invalid_code', {
    status,
    detail: sentence('answers/signIn', 'notSixDigits'),
    fields: { code: sentence('answers/signIn', 'sixDigits') },
  });
}
