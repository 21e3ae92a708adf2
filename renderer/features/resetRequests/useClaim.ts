import { useEffect, useRef } from 'react';
import type { ResetRequest } from '../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../data/me.ts';
import { useNow } from '../../ui/useNow.ts';
import { useRequestWrite } from './useRequestWrite.ts';

/** A claim lasts 15 minutes; before that it is renewed while the page is open. */
const RENEW_AFTER = 10 * 60_000;

/** Opening a request claims it, so that colleagues see that somebody is on it; somebody else's claim is left alone. */
export function useClaim(request: ResetRequest) {
  const me = useMe().user;
  const now = useNow();
  const claim = useRequestWrite('resetRequests.claim');
  const { mutate } = claim;
  const { id, claimedBy, claimedAt, decision } = request;
  const isDue =
    decision.verify.allowed &&
    (claimedBy === null ||
      (claimedBy.id === me.id && now - Date.parse(claimedAt ?? request.openedAt) > RENEW_AFTER));
  const asked = useRef<string | null>(null);
  // Once for what stands now: a refusal isn't asked for again and again.
  const standing = `${id} ${claimedAt ?? ''}`;
  useEffect(() => {
    if (!isDue || asked.current === standing) return;
    asked.current = standing;
    mutate({ id });
  }, [isDue, standing, id, mutate]);
  return {
    /** The colleague whose claim stands. */
    other: claimedBy && claimedBy.id !== me.id ? claimedBy : null,
    isMine: claimedBy?.id === me.id,
    takeOver: () => mutate({ id, takeOver: true }),
    busy: claim.isPending,
    error: claim.error,
  };
}
