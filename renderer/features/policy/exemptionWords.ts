import type { Exemption } from '../../../contract/operations/policy.ts';

/** A time that is none is long past. */
const endOf = ({ endsAt }: Exemption): number => Date.parse(endsAt) || 0;
export const isOver = (exemption: Exemption, now: number): boolean => endOf(exemption) <= now;
/** The soonest end first. */
export const sooner = (a: Exemption, b: Exemption): number => endOf(a) - endOf(b);

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
