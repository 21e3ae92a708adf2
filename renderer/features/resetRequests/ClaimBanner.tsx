import { mdiHandBackRightOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import type { ResetRequest } from '../../../contract/operations/resetRequestSchemas.ts';
import { Banner } from '../../ui/Banner.tsx';
import { isDecided } from './useRequestWrite.ts';
import { sinceWords } from './sinceWords.ts';
import { useClaim } from './useClaim.ts';

/** Whether a colleague is on it already. */
export function ClaimBanner({ request }: { request: ResetRequest }) {
  const claim = useClaim(request);
  if (request.state !== 'open' && request.state !== 'verified') return null;
  return (
    <>
      {claim.other && (
        <Banner
          tone="warning"
          icon={mdiHandBackRightOutline}
          action={
            request.decision.verify.allowed && (
              <Button size="small" variant="outlined" loading={claim.busy} onClick={claim.takeOver}>
                Take over
              </Button>
            )
          }
        >
          <strong>{claim.other.name}</strong>
          {request.claimedAt && `, ${sinceWords(request.claimedAt)}`}, is working on this request.
        </Banner>
      )}
      {claim.error && !isDecided(claim.error) && (
        <Banner tone="warning">Colleagues don’t see that you are on this. {claim.error.message}</Banner>
      )}
    </>
  );
}
