import { mdiHandBackRightOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { strong } from '../../../language/rich.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { isDecided } from '../useRequestWrite.ts';
import { sinceTime } from '../sinceTime.ts';
import { HandToDialog } from './HandToDialog.tsx';
import { useClaim } from './useClaim.ts';
import { rich, t } from '../words.ts';

/** Who is on it, and Take: looking at a request claims nothing. */
export function ClaimControl({ request }: { request: ResetRequest }) {
  const claim = useClaim(request);
  const me = useMe().user;
  const now = useNow();
  const [isHanding, setHanding] = useState(false);
  const { state, claimedBy, claimedAt, decision } = request;
  const handed = handedWords(request, me.id);
  if (state !== 'open' && state !== 'verified') return null;
  const since = claimedAt ? sinceTime(claimedAt, now) : '';
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
        {(claimedBy ?? handed) && (
          <>
            <Icon
              path={mdiHandBackRightOutline}
              size={18}
              sx={{ color: claim.isMine ? 'primary.main' : 'warning.main' }}
            />
            <span>
              {claimedBy &&
                (claim.isMine
                  ? rich('youAreOnIt', { time: since, b: strong })
                  : rich('colleagueIsOnIt', { name: claimedBy.name, time: since, b: strong }))}
              {handed && <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{handed}</Box>}
            </span>
          </>
        )}
      </Box>
      {decision.verify.allowed && !claim.isMine && (
        <Button variant="outlined" loading={claim.busy} onClick={claim.take}>
          {claimedBy ? t('takeOver') : t('take')}
        </Button>
      )}
      {decision.verify.allowed && (claim.isMine || !claimedBy) && (
        <Button variant="outlined" onClick={() => setHanding(true)}>
          {t('handTo')}
        </Button>
      )}
      {isHanding && <HandToDialog request={request} onClose={() => setHanding(false)} />}
      {claim.error && !isDecided(claim.error) && (
        <Box role="alert" sx={{ flex: '1 1 100%', fontSize: '0.8125rem', color: 'error.main' }}>
          {claim.error.message}
        </Box>
      )}
    </Box>
  );
}

/** That a colleague handed it on: by whom where it is one's own, to whom where nobody is on it now. */
function handedWords({ handed, claimedBy }: ResetRequest, me: string): string | undefined {
  if (!handed) return undefined;
  if (handed.to.id !== me) return claimedBy ? undefined : t('handedTo', { name: handed.to.name });
  return handed.by ? t('handedToYou', { name: handed.by.name }) : t('handedToYouAt');
}
