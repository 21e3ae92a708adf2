import { sentence } from '../../../../contract/words/sentence.ts';
import { no } from './refusal.ts';
import type { Refused } from './refusal.ts';
import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';
import { wholeDays } from './words.ts';

/** Who would vouch. Times in UTC ms. */
export interface VoucherFacts {
  id: string;
  name: string;
  active: boolean;
  mfaOn: boolean;
  emailChangedAt: number | null;
  /** When a password of theirs was last set by a mailed link. */
  passwordMailedAt: number | null;
}

export interface ManagerFacts extends VoucherFacts {
  /** When they became this person's manager, where that was a change; UTC ms. */
  changedAt: number | null;
}

/** Why the manager's word would prove nothing; null where they can be asked. */
export function managerRefusal(
  manager: ManagerFacts | null,
  { userId, now }: { userId: string; now: number },
): Refused | null {
  if (manager === null || manager.id === userId)
    return no('check_not_possible', sentence('answers/resetRequests', 'noManager'));
  if (manager.changedAt !== null && manager.changedAt > now - CONTACT_TAINT)
    return no(
      'contact_changed_recently',
      sentence('answers/resetRequests', 'managerChanged', { days: wholeDays(manager.changedAt, now) }),
    );
  if (!manager.active)
    return no(
      'check_not_possible',
      sentence('answers/resetRequests', 'managerSuspended', { name: manager.name }),
    );
  if (!manager.mfaOn)
    return no(
      'check_not_possible',
      sentence('answers/resetRequests', 'managerWithoutMfa', { name: manager.name }),
    );
  return takenOver(manager, now);
}

/** What somebody would leave who took the manager's account over to vouch by it. */
function takenOver({ name, emailChangedAt, passwordMailedAt }: VoucherFacts, now: number): Refused | null {
  const recent = now - CONTACT_TAINT;
  if (emailChangedAt !== null && emailChangedAt > recent)
    return no(
      'contact_changed_recently',
      sentence('answers/resetRequests', 'managerEmailChanged', {
        name,
        days: wholeDays(emailChangedAt, now),
      }),
    );
  if (passwordMailedAt !== null && passwordMailedAt > recent)
    return no(
      'contact_changed_recently',
      sentence('answers/resetRequests', 'managerPasswordMailed', {
        name,
        days: wholeDays(passwordMailedAt, now),
      }),
    );
  return null;
}
