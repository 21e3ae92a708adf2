import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { useRequestWrite } from '../useRequestWrite.ts';

/** Who is on a request, and how one gets on it oneself: by Take, or by taking it over from whom one sees there. */
export function useClaim({ id, claimedBy }: ResetRequest) {
  const me = useMe().user;
  const claim = useRequestWrite('resetRequests.claim');
  return {
    isMine: claimedBy?.id === me.id,
    take: () => claim.mutate(claimedBy ? { id, takeOver: true, from: claimedBy.id } : { id }),
    busy: claim.isPending,
    error: claim.error,
  };
}
