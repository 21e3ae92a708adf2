import type { Upcoming } from '../../../../contract/operations/rollOut.ts';
import { useRead } from '../../../data/useRead.ts';
import type { Impact } from '../impact/useImpact.ts';
import type { PolicyDraft } from '../usePolicyDraft.ts';

/** Whom the policy, as it is set now, asks on dates to come; undefined while that isn't known. */
export function useUpcoming(
  { changes, draft }: PolicyDraft,
  impact: Impact,
): readonly Upcoming[] | undefined {
  const isChanged = changes.length > 0;
  const hasWaves = draft.required.scope === 'selected' && draft.rollOut.waves.length > 0;
  const inForce = useRead('policy.impact', { limit: 1 }, { enabled: !isChanged && hasWaves });
  if (!isChanged) return inForce.data?.upcoming;
  return impact.isCurrent ? impact.counts?.upcoming : undefined;
}
