import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { duration } from '../../../ui/time.ts';
import { useNow } from '../../../ui/useNow.ts';

/** The end of a hold, with how long that still is; or what the reset waits for besides. */
export function HoldEnd({ request }: { request: ResetRequest }) {
  const { holdEndsAt, pausedAt, user } = request;
  const { frozen } = useMe().organisation;
  const now = useNow();
  if (!holdEndsAt) return 'The hold begins when the mail server has taken the notice to the user.';
  if (pausedAt)
    return `The reset waits: a valid code was entered, so ${user.name} is asked whether they made it.`;
  const left = Date.parse(holdEndsAt) - now;
  const end = (
    <>
      <strong>{duration(left)}</strong>, <RelativeTime at={holdEndsAt} />
    </>
  );
  if (frozen && left > 0)
    return (
      <>
        The hold ends in {end}. {FROZEN}
      </>
    );
  if (frozen) return `The hold is over. ${FROZEN}`;
  if (left <= 0) return 'The hold is over; the reset happens any moment.';
  return <>The reset happens by itself in {end}.</>;
}

const FROZEN = 'Resets are frozen, so nothing happens before a security officer unfreezes them.';
