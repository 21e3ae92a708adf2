import type { Exemption, PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { isStaff } from '../../../../contract/permissions.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { duration } from '../../../ui/time.ts';
import { t } from '../words.ts';

const DAY = 24 * 60 * 60 * 1000;
/** An end that near is marked. */
const SOON_DAYS = 14;
/** A day less than the server takes, because a day is longer where the clocks change. */
export const LONGEST_DAYS = 365;

/** A time that is none is long past. */
const endOf = ({ endsAt }: Exemption): number => Date.parse(endsAt) || 0;
export const isOver = (exemption: Exemption, now: number): boolean => endOf(exemption) <= now;

/** For sorting: the soonest end first, what is over last. */
export const byEnd =
  (now: number) =>
  (a: Exemption, b: Exemption): number =>
    Number(isOver(a, now)) - Number(isOver(b, now)) || endOf(a) - endOf(b);

/** What is marked about an end: that it is near, or past. */
export function endWords(exemption: Exemption, now: number): { label: string; isOver: boolean } | null {
  const left = endOf(exemption) - now;
  if (left <= 0) return { label: t('over'), isOver: true };
  return left <= SOON_DAYS * DAY ? { label: t('endsIn', { time: duration(left) }), isOver: false } : null;
}

type Standing = Pick<UserDetail, 'name' | 'roles' | 'status'>;
type MaybeExempt = Standing & { external: boolean };

/** Why an exemption counts for nothing though it has not ended; null where it counts. */
export function whyMoot({ name, roles, status, external }: MaybeExempt): string | null {
  if (isStaff(roles)) return t('mootStaff', { name });
  if (status === 'suspended') return t('mootSuspended', { name });
  return external ? t('mootSso', { name }) : null;
}

/** Why somebody can't answer for an exemption; null where they can. */
export function whyNoOwner({ name, roles, status }: Standing): string | null {
  if (!isStaff(roles)) return t('ownerNoStaff', { name });
  return status === 'suspended' ? t('ownerSuspended', { name }) : null;
}

/** What follows from the exemptions as they are set now; empty where nobody is exempt. */
export function exemptionConsequence(
  { exemptions, required, graceDays }: PolicyDocument,
  now: number,
): string | undefined {
  const count = exemptions.filter((exemption) => !isOver(exemption, now)).length;
  if (count === 0) return undefined;
  if (required.scope === 'nobody') return t('leftOutLater', { count });
  return t(graceDays === 0 ? 'exemptNoGrace' : 'exemptThenGrace', { count });
}

/** An exemption as it is being typed. */
export interface ExemptionDraft {
  person: Person | null;
  reason: string;
  owner: Person | null;
  endsAt: string;
}

type DraftProblems = { [K in keyof ExemptionDraft]?: string };

/** What is missing or wrong in it, a sentence a field. `was` is what it is changed from. */
export function exemptionProblems(
  { person, reason, owner, endsAt }: ExemptionDraft,
  { exempt, was, now }: { exempt: readonly Exemption[]; was: Exemption | null; now: number },
): DraftProblems {
  const problems: DraftProblems = {};
  if (!person) problems.person = t('choosePerson');
  else if (!was && exempt.some(({ userId }) => userId === person.id))
    problems.person = t('exemptAlready', { name: person.name });
  if (!reason.trim()) problems.reason = t('sayWhy');
  if (!owner) problems.owner = t('chooseOwner');
  const end = Date.parse(endsAt);
  if (Number.isNaN(end)) problems.endsAt = t('chooseEnd');
  else if (endsAt !== was?.endsAt) {
    if (end <= now) problems.endsAt = t('endPast');
    else if (end > now + LONGEST_DAYS * DAY) problems.endsAt = t('endTooFar');
  }
  return problems;
}

interface ExemptionChange {
  what: 'added' | 'removed' | 'isNow';
  exemption: Exemption;
}

/** What differs between two lists, whichever order they are in. */
export function exemptionChanges(from: readonly Exemption[], to: readonly Exemption[]): ExemptionChange[] {
  const before = new Map(from.map((exemption) => [exemption.userId, exemption]));
  const after = new Set(to.map(({ userId }) => userId));
  const changed = to.flatMap((exemption): ExemptionChange[] => {
    const was = before.get(exemption.userId);
    if (!was) return [{ what: 'added', exemption }];
    const isSame =
      was.reason === exemption.reason && was.ownerId === exemption.ownerId && was.endsAt === exemption.endsAt;
    return isSame ? [] : [{ what: 'isNow', exemption }];
  });
  const removed = from.filter(({ userId }) => !after.has(userId));
  return [...changed, ...removed.map((exemption): ExemptionChange => ({ what: 'removed', exemption }))];
}
