import { mdiPauseCircleOutline } from '@mdi/js';
import type { Policy } from '../../../../contract/operations/policy.ts';
import { useRead } from '../../../data/useRead.ts';
import { strong } from '../../../language/rich.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { heldWaves } from './rollOutWords.ts';
import { rich } from '../words.ts';

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
  const name = pausedBy?.savedBy?.name;
  const common = { b: strong, at: <RelativeTime at={pausedAt} />, count: held.length };
  const sentence = () => {
    if (name === undefined)
      return why === undefined
        ? rich('rollOutPaused', common)
        : rich('rollOutPausedWhy', { ...common, reason: why });
    return why === undefined
      ? rich('rollOutPausedBy', { ...common, name })
      : rich('rollOutPausedByWhy', { ...common, name, reason: why });
  };
  return (
    <Banner tone="warning" icon={mdiPauseCircleOutline}>
      {sentence()}
    </Banner>
  );
}
