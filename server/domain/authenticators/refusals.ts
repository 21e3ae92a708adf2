import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import type { ConfirmVerdict } from './enrolments.ts';

/** What to answer for a setup that was not proven. `status` is 401 on the sign-in screens, 403 under a session. */
export function confirmRefusal(verdict: Exclude<ConfirmVerdict, { kind: 'on' }>, status: 401 | 403): Refusal {
  if (verdict.kind === 'ended') {
    return refuse('enrolment_ended', {
      detail: 'This setup has ended. Begin again, and scan the new QR code.',
    });
  }
  return refuse('invalid_code', {
    status,
    detail:
      'That code is not right. Check that your phone’s clock is set to automatic, then enter the code that the app shows now.',
    extra: { triesLeft: verdict.triesLeft },
  });
}

/** Refused before any look-up, hash or counter (S-06). `status` as above. */
export function notSixDigits(status: 401 | 403): Refusal {
  return refuse('invalid_code', {
    status,
    detail: 'A code is six digits. Enter the code that the app shows now.',
    fields: { code: 'A code is six digits.' },
  });
}
