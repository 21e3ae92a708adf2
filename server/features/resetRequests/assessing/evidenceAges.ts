import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader } from '../../../db/connection.ts';
import { LATER_SETTINGS } from '../../../domain/policy/defaults.ts';
import { writtenSince } from '../../../domain/policy/current.ts';
import type { EvidenceAge } from '../rules/evidenceAge.ts';
import type { RequestRow } from '../store.ts';

/** It is decided, and not ended. */
const isCarriedOut = (state: RequestRow['state']) => state === 'approved' || state === 'executing';

type Dated = Pick<RequestRow, 'id' | 'state' | 'decided_at'>;

/**
 * As of when the evidence of each request is counted, by id: of one that is undecided now, of one in its hold, or after it in linked systems, as of the
 * approval that decided it, by the minutes that were in force then: nothing is asked anew at its end (S-101). Of one that has
 * ended nothing is too old any more, so it has none.
 *
 * @param now UTC ms
 */
export async function evidenceAgesOf(
  reader: Reader,
  keys: Keyring,
  requests: readonly Dated[],
  { policy, now }: { policy: PolicyDocument; now: number },
): Promise<Map<string, EvidenceAge>> {
  const decided = requests.flatMap(({ state, decided_at }) =>
    isCarriedOut(state) && decided_at !== null ? [decided_at] : [],
  );
  const versions = decided.length > 0 ? await writtenSince(reader, keys, Math.min(...decided)) : [];
  const minutesAt = (moment: number) => {
    const document = versions.findLast(({ savedAt }) => savedAt <= moment)?.document ?? {};
    return { ...LATER_SETTINGS, ...(document as Partial<PolicyDocument>) }.evidenceMinutes;
  };
  return new Map(
    requests.flatMap(({ id, state, decided_at }): [string, EvidenceAge][] => {
      if (state === 'open' || state === 'verified')
        return [[id, { asOf: now, minutes: policy.evidenceMinutes }]];
      if (!isCarriedOut(state) || decided_at === null) return [];
      return [[id, { asOf: decided_at, minutes: minutesAt(decided_at) }]];
    }),
  );
}
