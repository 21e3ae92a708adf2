import { mdiPauseCircleOutline } from '@mdi/js';
import type { Policy } from '../../../../contract/operations/policy.ts';
import { useRead } from '../../../data/useRead.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { heldWaves } from './rollOutWords.ts';

/** That waves of the policy in force wait, since when, and why: the words of the version that paused them. */
export function PausedBanner({ policy }: { policy: Policy }) {
  const { pausedAt } = policy.rollOut;
  const held = heldWaves(policy);
  const isWaiting = pausedAt !== null && held.length > 0;
  const isOfThisVersion = policy.savedAt === pausedAt;
  const versions = useRead('policy.versions', { limit: 50 }, { enabled: isWaiting && !isOfThisVersion });
  if (!isWaiting) return null;
  // A pause begins with the version that sets it.
  const pausedBy = isOfThisVersion
    ? policy
    : versions.data?.items.find(({ savedAt }) => savedAt === pausedAt);
  // What a person said with the version in force stands above, in the head of the page.
  const why = isOfThisVersion && policy.savedBy ? undefined : pausedBy?.reason;
  return (
    <Banner tone="warning" icon={mdiPauseCircleOutline}>
      <strong>The roll-out is paused</strong> since <RelativeTime at={pausedAt} />
      {pausedBy?.savedBy && ` by ${pausedBy.savedBy.name}`}
      {why === undefined ? '.' : `: “${why}”`}{' '}
      {held.length === 1 ? 'One wave waits' : `${held.length} waves wait`}; whoever is asked already stays
      asked.
    </Banner>
  );
}
