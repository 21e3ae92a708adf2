import { mdiHandBackRightOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { strong } from '../../../language/rich.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { isDecided } from '../useRequestWrite.ts';
import { sinceTime } from '../sinceTime.ts';
import { useClaim } from './useClaim.ts';
import { rich, t } from '../words.ts';

/** Who is on it, and Take: looking at a request claims nothing. */
export function ClaimControl({ request }: { request: ResetRequest }) {
  const claim = useClaim(request);
  const { state, claimedBy, claimedAt, decision } = request;
  if (state !== 'open' && state !== 'verified') return null;
  const since = claimedAt ? sinceTime(claimedAt) : '';
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
      <Box
        role="status"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          fontSize: '0.8125rem',
          empty: { display: 'none' },
        }}
      >
        {claimedBy && (
          <>
            <Icon
              path={mdiHandBackRightOutline}
              size={18}
              sx={{ color: claim.isMine ? 'primary.main' : 'warning.main' }}
            />
            <span>
              {claim.isMine
                ? rich('youAreOnIt', { time: since, b: strong })
                : rich('colleagueIsOnIt', { name: claimedBy.name, time: since, b: strong })}
            </span>
          </>
        )}
      </Box>
      {decision.verify.allowed && !claim.isMine && (
        <Button variant="outlined" loading={claim.busy} onClick={claim.take}>
          {claimedBy ? t('takeOver') : t('take')}
        </Button>
      )}
      {claim.error && !isDecided(claim.error) && (
        <Box role="alert" sx={{ flex: '1 1 100%', fontSize: '0.8125rem', color: 'error.main' }}>
          {claim.error.message}
        </Box>
      )}
    </Box>
  );
}
