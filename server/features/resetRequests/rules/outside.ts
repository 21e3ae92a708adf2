import type { FactorKind } from '../../../../contract/systems.ts';
import { HOUR, MINUTE } from '../../../time.ts';

/** So much two clocks may differ. */
export const CLOCKS = 5 * MINUTE;
/** So late an entry may come into a log. */
const LATE = HOUR;

/** Something that was done to a factor there, as a log or a comparison tells; times in UTC ms. */
export interface Seen {
  act: 'removed' | 'added';
  accountId: string | null;
  /** Null where a log doesn't say which. */
  factorId: string | null;
  /** It happened between these two; the same moment where a log tells. */
  notBefore: number;
  at: number;
  /** Whether it was done with the secret that is kept here; null where nothing tells. */
  isOurs: boolean | null;
}

/** What a request removed there, and when: from when it was first sent until it was read back. */
export interface Removal {
  accountId: string;
  factorIds: readonly string[];
  sentAt: number;
  doneAt: number | null;
}

/** An account that a reset held, and that was emptied after *this wasn't me*. */
export interface Emptied {
  accountId: string;
  heldAt: number;
}

/**
 * S-113: whether a request here explains it. What somebody else did is explained by none, whatever was asked for here; and what
 * was done with our own secret isn't explained by that alone. Where a log doesn't name the factor, a removal of the account's
 * explains only what our own secret did.
 */
export function isExplained(seen: Seen, removals: readonly Removal[], emptied: readonly Emptied[]): boolean {
  if (seen.act !== 'removed' || seen.isOurs === false) return false;
  const isWhose = (accountId: string) => seen.accountId === null || seen.accountId === accountId;
  const isRemoval = removals.some(
    ({ accountId, factorIds, sentAt, doneAt }) =>
      isWhose(accountId) &&
      (seen.factorId === null ? seen.isOurs === true : factorIds.includes(seen.factorId)) &&
      seen.at >= sentAt - CLOCKS &&
      (doneAt === null || seen.notBefore <= doneAt + CLOCKS),
  );
  const isEmptied = emptied.some(
    ({ accountId, heldAt }) => seen.accountId === accountId && seen.at >= heldAt - CLOCKS,
  );
  return isRemoval || (seen.isOurs === true && isEmptied);
}

/** A factor as it was listed. */
export interface Listed {
  id: string;
  kind: FactorKind;
  name: string | null;
}

/** What came and what went between two lists. */
export function differences(
  before: readonly Listed[],
  after: readonly Listed[],
): { act: 'removed' | 'added'; factor: Listed }[] {
  const missingIn = (list: readonly Listed[]) => (one: Listed) => !list.some(({ id }) => id === one.id);
  return [
    ...before.filter(missingIn(after)).map((factor) => ({ act: 'removed' as const, factor })),
    ...after.filter(missingIn(before)).map((factor) => ({ act: 'added' as const, factor })),
  ];
}

/** From when a log is read again: entries may be late, and its clock behind, unless there is still more to go on with. */
export function readsFrom({
  since,
  readTo,
  isBehind,
}: {
  since: number;
  readTo: number;
  isBehind: boolean;
}): number {
  return isBehind ? readTo : Math.max(since - CLOCKS, readTo - LATE - CLOCKS);
}
