import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { strong } from '../../../language/rich.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { duration } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';
import { rich, t } from '../words.ts';

/** The end of a hold, with how long that still is; or what the reset waits for besides. */
export function HoldEnd({ request }: { request: ResetRequest }) {
  const { holdEndsAt, holdNotice, pausedAt, person, user } = request;
  const { frozen } = useMe().organisation;
  const now = useNow();
  if (holdNotice?.state === 'failed') {
    const words = holdNotice.serverSaid ?? '';
    return t('holdRefused', { email: person.email, words, name: user.name });
  }
  if (!holdEndsAt) return t('holdNotBegun');
  if (pausedAt) return t('holdPaused', { name: user.name });
  const left = Date.parse(holdEndsAt) - now;
  if (left <= 0) return frozen ? t('holdOverFrozen') : t('holdOver');
  return rich(frozen ? 'holdRunsFrozen' : 'holdRuns', {
    duration: duration(left),
    at: <RelativeTime at={holdEndsAt} due />,
    b: strong,
  });
}
