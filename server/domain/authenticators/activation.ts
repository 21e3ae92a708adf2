import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import type { User } from '../people/people.ts';
import { roleDates } from '../people/roleStore.ts';

export interface ActivationFacts {
  setupDue: boolean;
  isStaff: boolean;
  /** As `isFirstEnrolment` answers. */
  firstEnrolment: boolean;
  waivedUntil: number | null;
}

/**
 * Whether the next enrolment needs a mailed code besides the password: after a reset by staff always, for staff's first
 * enrolment, and for everyone's where policy says so; not within the waiver of a set-up link, `init` or a trial import
 * (S-22).
 */
export function activationRequired(policy: PolicyDocument, facts: ActivationFacts, now: number): boolean {
  if (facts.setupDue) return true;
  if (!facts.firstEnrolment || (facts.waivedUntil !== null && facts.waivedUntil > now)) return false;
  return facts.isStaff || policy.activationForFirstEnrolment;
}

/** Never enrolled before, or, of staff, had no MFA since they were given their newest role: then a password alone got it. */
export async function isFirstEnrolment(
  reader: Reader,
  user: Pick<User, 'id' | 'mfa_since'> & { isStaff: boolean },
): Promise<boolean> {
  if (user.mfa_since === null) return true;
  if (!user.isStaff) return false;
  const { newest } = await roleDates(reader, user.id);
  return (newest ?? 0) >= user.mfa_since;
}
