import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';
import { SENSITIVE_TAINT } from '../../../domain/policy/rules/sensitiveTerms.ts';
import type { SensitiveTerm } from '../../../domain/policy/rules/sensitiveTerms.ts';
import type { RequestState, Tier } from '../../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../time.ts';
import { isInQuietTime } from './quietTime.ts';

/** A reason as it is kept: `at` in UTC ms. */
export interface StoredReason {
  code: string;
  sentence: string;
  at: number | null;
}

/** What the tier is decided from. Times in UTC ms; lists may hold more than counts, the windows are applied here. */
export interface TierFacts {
  /** Roles besides `user`, with the moment they were granted. */
  staffRoles: readonly { role: string; grantedAt: number }[];
  /** When roles were taken from them. */
  revokedRoles: readonly number[];
  /** When policy named the person, or a department of theirs, as sensitive: what lasts, and what ended lately. */
  sensitive: readonly SensitiveTerm[];
  /** Real changes only: the same value again is none, nor is what the account began with. `first`: there was none before. */
  contactChanges: readonly { field: 'email' | 'phone' | 'mobile' | 'manager'; at: number; first: boolean }[];
  passwordMailedAt: number | null;
  /** Other requests of the same user. */
  otherRequests: readonly { openedAt: number; state: RequestState }[];
  /** When other requests of theirs were denied or vetoed. */
  refusals: readonly number[];
  wrongCodes: readonly number[];
  failedChecks: readonly { at: number }[];
  /** The request came from a network that was never seen for this user. */
  unknownNetworkAt: number | null;
  signIns: number;
  secondBrowserAt: number | null;
  openedByStaffAt: number | null;
  directAt: number | null;
}

export interface TierVerdict {
  tier: Tier;
  reasons: StoredReason[];
}

const ROLE_TAINT = 30 * DAY;
export const PASSWORD_TAINT = 30 * DAY;
const REQUEST_WINDOW = 30 * DAY;
const WRONG_CODE_WINDOW = DAY;
const FAILED_CHECK_WINDOW = 7 * DAY;
const WRONG_CODES = 5;
/** Below that a network says nothing: everybody's first network is new. */
const KNOWN_AFTER_SIGN_INS = 10;

const CONTACT_WORDS = {
  email: 'e-mail address',
  phone: 'phone number',
  mobile: 'mobile number',
  manager: 'manager',
};
const ENDS: Record<RequestState, string> = {
  open: 'is still open',
  verified: 'is still open',
  approved: 'was approved',
  completed: 'ended in a reset',
  denied: 'was denied',
  cancelled: 'was cancelled',
  vetoed: 'was stopped by the user (“This wasn’t me”)',
  expired: 'expired',
};

const RANKS: Record<Tier, number> = { standard: 0, elevated: 1, privileged: 2 };

/** The risk tier with every reason that makes it so (product: Reset requests, Tier). */
export function tierOf(facts: TierFacts, now: number): TierVerdict {
  // What lies ahead of a clock that was set back is recent, too.
  const within = (at: number, window: number) => at > now - window;
  const elevating: StoredReason[] = [];
  const because = (code: string, sentence: string, at: number) => elevating.push({ code, sentence, at });

  for (const field of ['email', 'phone', 'mobile', 'manager'] as const) {
    const own = facts.contactChanges.filter((change) => change.field === field);
    const at = latest(own.map((change) => change.at));
    if (at === null || !within(at, CONTACT_TAINT)) continue;
    const added = own.every(({ first }) => first);
    because(
      `${field}_changed`,
      `The ${CONTACT_WORDS[field]} ${added ? 'was added' : 'changed'} in the last 30 days.`,
      at,
    );
  }
  if (facts.passwordMailedAt !== null && within(facts.passwordMailedAt, PASSWORD_TAINT))
    because('password_mailed', 'A password was set by a mailed link.', facts.passwordMailedAt);

  const others = facts.otherRequests.filter(({ openedAt }) => within(openedAt, REQUEST_WINDOW));
  const last = others.toSorted((a, b) => b.openedAt - a.openedAt)[0];
  if (last)
    because(
      'second_request',
      `This is not the only request in 30 days; the last one ${ENDS[last.state]}.`,
      last.openedAt,
    );

  const wrong = facts.wrongCodes.filter((at) => within(at, WRONG_CODE_WINDOW));
  const lastWrong = latest(wrong);
  if (lastWrong !== null && wrong.length >= WRONG_CODES)
    because('wrong_codes', `${wrong.length} wrong codes were entered within a day.`, lastWrong);

  const failed = latest(
    facts.failedChecks.filter(({ at }) => within(at, FAILED_CHECK_WINDOW)).map(({ at }) => at),
  );
  if (failed !== null) because('check_failed', 'A check failed in the last 7 days.', failed);

  if (facts.unknownNetworkAt !== null && facts.signIns >= KNOWN_AFTER_SIGN_INS)
    because(
      'unknown_network',
      'The request came from a network that this person never signed in from.',
      facts.unknownNetworkAt,
    );
  if (facts.secondBrowserAt !== null)
    because(
      'second_browser',
      'The request was submitted again from another browser or network.',
      facts.secondBrowserAt,
    );
  if (facts.openedByStaffAt !== null)
    because(
      'opened_by_staff',
      'Staff opened it for a caller, so nobody proved to know the password.',
      facts.openedByStaffAt,
    );
  if (facts.directAt !== null)
    because('direct', 'It is a direct reset: the user did not ask for it here.', facts.directAt);

  const openedForThemAt = facts.openedByStaffAt ?? facts.directAt;
  const refusedAt =
    openedForThemAt === null
      ? null
      : latest(facts.refusals.filter((at) => at <= openedForThemAt && isInQuietTime(at, openedForThemAt)));
  if (refusedAt !== null)
    because(
      'opened_after_refusal',
      'Staff opened it within 24 hours of a denial, or of “This wasn’t me”.',
      refusedAt,
    );

  const staff = facts.staffRoles.map(({ role, grantedAt }) => ({
    code: 'staff',
    sentence: `This person is staff: ${role.replaceAll('_', ' ')}.`,
    at: grantedAt,
  }));
  // Else who wants staff's MFA reset with less evidence would take their role first, and give it back after.
  const revokedAt = latest(facts.revokedRoles.filter((at) => within(at, ROLE_TAINT)));
  if (revokedAt !== null)
    staff.push({
      code: 'was_staff',
      sentence: 'A staff role was taken from this person in the last 30 days.',
      at: revokedAt,
    });
  const sensitive = facts.sensitive.filter(({ until }) => until === null || within(until, SENSITIVE_TAINT));
  const privileging = [...staff, ...sensitiveReasons(sensitive)];
  const below = elevating.length > 0 ? 'elevated' : 'standard';
  return {
    tier: privileging.length > 0 ? 'privileged' : below,
    reasons: [...privileging, ...elevating],
  };
}

/** What makes somebody sensitive now; else what did last. */
function sensitiveReasons(terms: readonly SensitiveTerm[]): StoredReason[] {
  const now = terms.filter(({ until }) => until === null);
  if (now.length > 0)
    return now.map(({ department, since }) => ({
      code: 'sensitive',
      sentence:
        department === null
          ? 'Policy names this person as sensitive.'
          : `Policy names their department as sensitive: ${department}.`,
      at: since,
    }));
  const last = terms.toSorted((a, b) => Number(b.until) - Number(a.until))[0];
  if (!last) return [];
  const sentence =
    last.department === null
      ? 'Policy named this person as sensitive in the last 30 days.'
      : `In the last 30 days they were in a department that policy named as sensitive: ${last.department}.`;
  return [{ code: 'was_sensitive', sentence, at: last.until }];
}

/** Computed again later, a tier goes only upwards, and no reason is forgotten. */
export function raiseTier(before: TierVerdict, again: TierVerdict): TierVerdict {
  const key = ({ code, sentence }: StoredReason) =>
    code === 'staff' || code === 'sensitive' ? sentence : code;
  const reasons = new Map(before.reasons.map((reason) => [key(reason), reason]));
  for (const reason of again.reasons) reasons.set(key(reason), reason);
  const tier = RANKS[again.tier] > RANKS[before.tier] ? again.tier : before.tier;
  return { tier, reasons: [...reasons.values()] };
}

function latest(times: readonly number[]): number | null {
  return times.length > 0 ? Math.max(...times) : null;
}
