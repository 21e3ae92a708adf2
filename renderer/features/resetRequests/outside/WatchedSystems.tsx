import type { OutputOf } from '../../../../contract/operations.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { rich, t } from '../words.ts';

/** Since when each system is watched, how many were found since, and what keeps it from being read. */
export function WatchedSystems({ watched }: Pick<OutputOf<'resetRequests.outside'>, 'watched'>) {
  return watched.map(({ systemId, system, since, readAt, problem, found }) => {
    const begun = <RelativeTime at={since} />;
    return (
      <Banner key={systemId} tone={problem ? 'danger' : found > 0 ? 'warning' : 'success'}>
        {readAt &&
          (found > 0
            ? rich('outsideFound', { system, since: begun, count: found })
            : rich('outsideAllHere', { system, since: begun }))}
        {problem &&
          (readAt
            ? rich('outsideUnread', { problem, at: <RelativeTime at={readAt} /> })
            : t('outsideNeverRead', { system, problem }))}
      </Banner>
    );
  });
}
