import type { Exemption, PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { isStaff } from '../../../../contract/permissions.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { counted, duration } from '../../../ui/time.ts';

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
  if (left <= 0) return { label: 'Over', isOver: true };
  return left <= SOON_DAYS * DAY ? { label: `Ends in ${duration(left)}`, isOver: false } : null;
}

type Standing = Pick<UserDetail, 'name' | 'roles' | 'status'>;
type MaybeExempt = Standing & { external: boolean };

/** Why an exemption counts for nothing though it has not ended; null where it counts. */
export function whyMoot({ name, roles, status, external }: MaybeExempt): string | null {
  if (isStaff(roles)) return `${name} is staff, and staff always need MFA.`;
  if (status === 'suspended') return `${name} is suspended, so nothing is asked of them.`;
  return external ? `${name} signs in by SSO only, so nothing is asked of them here.` : null;
}

/** Why somebody can't answer for an exemption; null where they can. */
export function whyNoOwner({ name, roles, status }: Standing): string | null {
  if (!isStaff(roles)) return `${name} is not staff. Choose somebody who is.`;
  return status === 'suspended' ? `${name} is suspended. Choose somebody else.` : null;
}

/** What follows from the exemptions as they are set now; empty where nobody is exempt. */
export function exemptionConsequence(
  { exemptions, required, graceDays }: PolicyDocument,
  now: number,
): string | undefined {
  const count = exemptions.filter((exemption) => !isOver(exemption, now)).length;
  if (count === 0) return undefined;
  const who = counted(count, 'person', 'people');
  const isOne = count === 1;
  if (required.scope === 'nobody') return `${who} will be left out once MFA is required of someone.`;
  const after =
    graceDays === 0
      ? 'then the next sign-in leads into setup'
      : `then ${isOne ? 'they have' : 'each has'} a grace of their own from the next sign-in`;
  return `The rule doesn’t ask ${who} until the exemption ends; ${after}. After a reset by staff, setup comes first all the same.`;
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
  if (!person) problems.person = 'Choose who is to be exempt.';
  else if (!was && exempt.some(({ userId }) => userId === person.id))
    problems.person = `${person.name} is exempt already. Change that exemption instead.`;
  if (!reason.trim()) problems.reason = 'Say why, in a sentence.';
  if (!owner) problems.owner = 'Choose who answers for it.';
  const end = Date.parse(endsAt);
  if (Number.isNaN(end)) problems.endsAt = 'Choose the day on which it ends.';
  else if (endsAt !== was?.endsAt) {
    if (end <= now) problems.endsAt = 'Choose a day that is still to come.';
    else if (end > now + LONGEST_DAYS * DAY)
      problems.endsAt = 'Choose a day within a year; it can be renewed then.';
  }
  return problems;
}

interface ExemptionChange {
  what: 'Added:' | 'Removed:' | 'Now:';
  exemption: Exemption;
}

/** What differs between two lists, whichever order they are in. */
export function exemptionChanges(from: readonly Exemption[], to: readonly Exemption[]): ExemptionChange[] {
  const before = new Map(from.map((exemption) => [exemption.userId, exemption]));
  const after = new Set(to.map(({ userId }) => userId));
  const changed = to.flatMap((exemption): ExemptionChange[] => {
    const was = before.get(exemption.userId);
    if (!was) return [{ what: 'Added:', exemption }];
    const isSame =
      was.reason === exemption.reason && was.ownerId === exemption.ownerId && was.endsAt === exemption.endsAt;
    return isSame ? [] : [{ what: 'Now:', exemption }];
  });
  const removed = from.filter(({ userId }) => !after.has(userId));
  return [...changed, ...removed.map((exemption): ExemptionChange => ({ what: 'Removed:', exemption }))];
}
