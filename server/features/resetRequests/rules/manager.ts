import { no } from './refusal.ts';
import type { Refused } from './refusal.ts';
import { CONTACT_TAINT } from './tier.ts';
import { daysAgo } from './words.ts';

export interface ManagerFacts {
  id: string;
  name: string;
  /** When they became this person's manager, where that was a change; UTC ms. */
  changedAt: number | null;
  active: boolean;
  mfaOn: boolean;
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
  return null;
}
