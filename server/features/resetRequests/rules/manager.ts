import { no } from './refusal.ts';
import type { Refused } from './refusal.ts';
import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';
import { daysAgo } from './words.ts';

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

const INSTEAD = 'Ask for a photo ID by video, or meet in person.';

/** Why the manager's word would prove nothing; null where they can be asked. */
export function managerRefusal(
  manager: ManagerFacts | null,
  { userId, now }: { userId: string; now: number },
): Refused | null {
  if (manager === null || manager.id === userId)
    return no('check_not_possible', `No manager is on record. ${INSTEAD}`);
  if (manager.changedAt !== null && manager.changedAt > now - CONTACT_TAINT)
    return no(
      'contact_changed_recently',
      `The manager changed ${daysAgo(manager.changedAt, now)}, so their word proves nothing yet. ${INSTEAD}`,
    );
  if (!manager.active)
    return no('check_not_possible', `${manager.name}, the manager, is suspended. ${INSTEAD}`);
  if (!manager.mfaOn)
    return no('check_not_possible', `${manager.name}, the manager, has no MFA to confirm with. ${INSTEAD}`);
  return takenOver(manager, now);
}

/** What somebody would leave who took the manager's account over to vouch by it. */
function takenOver({ name, emailChangedAt, passwordMailedAt }: VoucherFacts, now: number): Refused | null {
  const recent = now - CONTACT_TAINT;
  if (emailChangedAt !== null && emailChangedAt > recent)
    return no(
      'contact_changed_recently',
      `The e-mail address of ${name}, the manager, changed ${daysAgo(emailChangedAt, now)}, so their word proves nothing yet. ${INSTEAD}`,
    );
  if (passwordMailedAt !== null && passwordMailedAt > recent)
    return no(
      'contact_changed_recently',
      `The password of ${name}, the manager, was set by a mailed link ${daysAgo(passwordMailedAt, now)}, so their word proves nothing yet. ${INSTEAD}`,
    );
  return null;
}
