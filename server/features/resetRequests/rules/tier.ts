import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';
import { SENSITIVE_TAINT } from '../../../domain/policy/rules/sensitiveTerms.ts';
import type { SensitiveTerm } from '../../../domain/policy/rules/sensitiveTerms.ts';
import type { RequestState, Tier } from '../../../../contract/operations/resetRequests.ts';
import { DAY } from '../../../time.ts';
import { isInQuietTime } from './quietTime.ts';
import type { ReasonCode, ReasonFacts, StoredReason } from './reasons.ts';

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
  /** When accounts of theirs in connected systems were linked without anybody's look at each. */
  linkedUnseen: readonly number[];
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
  /** Another system asked who they are. */
  askedElsewhereAt: number | null;
}

export interface TierVerdict {
  tier: Tier;
  reasons: StoredReason[];
}

const ROLE_TAINT = 30 * DAY;
export const PASSWORD_TAINT = 30 * DAY;
const LINK_TAINT = 30 * DAY;
const REQUEST_WINDOW = 30 * DAY;
const WRONG_CODE_WINDOW = DAY;
const FAILED_CHECK_WINDOW = 7 * DAY;
const WRONG_CODES = 5;
/** Below that a network says nothing: everybody's first network is new. */
const KNOWN_AFTER_SIGN_INS = 10;

const RANKS: Record<Tier, number> = { standard: 0, elevated: 1, privileged: 2 };

/** The risk tier with every reason that makes it so (product: Reset requests, Tier). */
export function tierOf(facts: TierFacts, now: number): TierVerdict {
  // What lies ahead of a clock that was set back is recent, too.
  const within = (at: number, window: number) => at > now - window;
  const elevating: StoredReason[] = [];
  const because = (code: ReasonCode, at: number, named?: ReasonFacts) =>
    elevating.push({ code, ...(named && { facts: named }), at });

  for (const field of ['email', 'phone', 'mobile', 'manager'] as const) {
    const own = facts.contactChanges.filter((change) => change.field === field);
    const at = latest(own.map((change) => change.at));
    if (at === null || !within(at, CONTACT_TAINT)) continue;
    const added = own.every(({ first }) => first);
    because(`${field}_changed`, at, { how: added ? 'added' : 'changed' });
  }
  if (facts.passwordMailedAt !== null && within(facts.passwordMailedAt, PASSWORD_TAINT))
    because('password_mailed', facts.passwordMailedAt);

  const linkedAt = latest(facts.linkedUnseen.filter((at) => within(at, LINK_TAINT)));
  if (linkedAt !== null) because('linked_unseen', linkedAt);

  const others = facts.otherRequests.filter(({ openedAt }) => within(openedAt, REQUEST_WINDOW));
  const last = others.toSorted((a, b) => b.openedAt - a.openedAt)[0];
  if (last) because('second_request', last.openedAt, { state: last.state });

  const wrong = facts.wrongCodes.filter((at) => within(at, WRONG_CODE_WINDOW));
  const lastWrong = latest(wrong);
  if (lastWrong !== null && wrong.length >= WRONG_CODES)
    because('wrong_codes', lastWrong, { count: wrong.length });

  const failed = latest(
    facts.failedChecks.filter(({ at }) => within(at, FAILED_CHECK_WINDOW)).map(({ at }) => at),
  );
  if (failed !== null) because('check_failed', failed);

  if (facts.unknownNetworkAt !== null && facts.signIns >= KNOWN_AFTER_SIGN_INS)
    because('unknown_network', facts.unknownNetworkAt);
  if (facts.secondBrowserAt !== null) because('second_browser', facts.secondBrowserAt);
  if (facts.openedByStaffAt !== null) because('opened_by_staff', facts.openedByStaffAt);
  if (facts.directAt !== null) because('direct', facts.directAt);
  if (facts.askedElsewhereAt !== null) because('asked_elsewhere', facts.askedElsewhereAt);

  const openedForThemAt = facts.openedByStaffAt ?? facts.directAt;
  const refusedAt =
    openedForThemAt === null
      ? null
      : latest(facts.refusals.filter((at) => at <= openedForThemAt && isInQuietTime(at, openedForThemAt)));
  if (refusedAt !== null) because('opened_after_refusal', refusedAt);

  const staff = facts.staffRoles.map(({ role, grantedAt }): StoredReason => ({
    code: 'staff',
    facts: { role },
    at: grantedAt,
  }));
  // Else who wants staff's MFA reset with less evidence would take their role first, and give it back after.
  const revokedAt = latest(facts.revokedRoles.filter((at) => within(at, ROLE_TAINT)));
  if (revokedAt !== null) staff.push({ code: 'was_staff', at: revokedAt });
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
    return now.map(({ department, since }) => ({ code: 'sensitive', ...named(department), at: since }));
  const last = terms.toSorted((a, b) => Number(b.until) - Number(a.until))[0];
  return last ? [{ code: 'was_sensitive', ...named(last.department), at: last.until }] : [];
}

/** Policy names a person by themselves where it names no department of theirs. */
const named = (department: string | null): Pick<StoredReason, 'facts'> =>
  department === null ? {} : { facts: { department } };

/** Computed again later, a tier goes only upwards, and no reason is forgotten. */
export function raiseTier(before: TierVerdict, again: TierVerdict): TierVerdict {
  const key = ({ code, facts }: StoredReason) =>
    code === 'staff' || code === 'sensitive' ? `${code} ${facts?.role ?? facts?.department ?? ''}` : code;
  const found = new Set(again.reasons.map(({ code }) => code));
  // A reason that was kept as text names its facts in no other way: what is found now of its kind says it anew.
  const kept = before.reasons.filter(({ code, sentence }) => sentence === undefined || !found.has(code));
  const reasons = new Map(kept.map((reason) => [key(reason) + (reason.sentence ?? ''), reason]));
  for (const reason of again.reasons) reasons.set(key(reason), reason);
  const tier = RANKS[again.tier] > RANKS[before.tier] ? again.tier : before.tier;
  return { tier, reasons: [...reasons.values()] };
}

function latest(times: readonly number[]): number | null {
  return times.length > 0 ? Math.max(...times) : null;
}
