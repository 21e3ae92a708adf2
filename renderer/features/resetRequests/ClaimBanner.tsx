import { mdiHandBackRightOutline } from '@mdi/js';
import Button from '@mui/material/Button';
import type { ResetRequest } from '../../../contract/operations/resetRequestSchemas.ts';
import { strong } from '../../language/rich.ts';
import { Banner } from '../../ui/Banner.tsx';
import { isDecided } from './useRequestWrite.ts';
import { sinceTime } from './sinceTime.ts';
import { useClaim } from './useClaim.ts';
import { rich, t } from './words.ts';

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
                {t('takeOver')}
              </Button>
            )
          }
        >
          {request.claimedAt
            ? rich('colleagueWorksSince', {
                name: claim.other.name,
                time: sinceTime(request.claimedAt),
                b: strong,
              })
            : rich('colleagueWorks', { name: claim.other.name, b: strong })}
        </Banner>
      )}
      {claim.error && !isDecided(claim.error) && (
        <Banner tone="warning">{t('claimUnseen', { message: claim.error.message })}</Banner>
      )}
    </>
  );
}
