import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Role } from '../../../contract/permissions.ts';
import { isStaff } from '../../../contract/permissions.ts';
import { ruleStart } from '../../../contract/rollOutContradictions.ts';
import { exemptionOf } from './exemptions.ts';
import { waveBegan } from './waves.ts';

export interface StandingFacts {
  userId: string;
  roles: readonly Role[];
  department: string | null;
  mfaState: 'off' | 'on' | 'reset_pending';
  /** A staff reset was done: setup comes first, whatever policy says. */
  setupDue: boolean;
  /** Set by the first sign-in after the rule began; null before it. */
  graceEndsAt: number | null;
  /** Can only sign in by SSO: no sign-in of theirs leads into setup. */
  external: boolean;
}

export interface Standing {
  required: boolean;
  /** Which rule asks for MFA. */
  rule: 'staff' | 'everyone' | 'role' | 'department' | 'after_reset' | null;
  inGrace: boolean;
  /** Required, grace over, not enrolled: signing in leads into setup. */
  blocked: boolean;
}

/** Which rule of policy asks this person for MFA now; staff always need it (product: People). */
export function requiredBy(
  policy: PolicyDocument,
  facts: Pick<StandingFacts, 'userId' | 'roles' | 'department'>,
  now: number,
): Standing['rule'] {
  if (isStaff(facts.roles)) return 'staff';
  if (exemptionOf(policy, facts.userId, now)) return null;
  if (ruleStart(policy) > now) return null;
  const { scope, roles, departments } = policy.required;
  if (scope === 'everyone') return 'everyone';
  if (scope === 'nobody') return null;
  if (roles.includes('user') || facts.roles.some((role) => roles.includes(role))) return 'role';
  const { department } = facts;
  if (department === null) return null;
  return departments.includes(department) || waveBegan(policy, department, now) !== null
    ? 'department'
    : null;
}

/** Where a person stands: required or not, in grace, blocked. Pure: facts, policy and `now` (UTC ms) in. */
export function standingOf(policy: PolicyDocument, facts: StandingFacts, now: number): Standing {
  const rule = facts.setupDue ? 'after_reset' : requiredBy(policy, facts, now);
  const required = rule !== null;
  const needsSetup = required && facts.mfaState === 'off' && !facts.external;
  const graceApplies = rule !== 'staff' && rule !== 'after_reset' && policy.graceDays > 0;
  // Before the first sign-in after the rule began there is no date yet, and grace has not been used up.
  const inGrace = needsSetup && graceApplies && (facts.graceEndsAt === null || facts.graceEndsAt > now);
  return { required, rule, inGrace, blocked: needsSetup && !inGrace };
}
