import Box from '@mui/material/Box';
import type { ResetRequest } from '../../../contract/operations/resetRequestSchemas.ts';
import { requestLook, TIER_LOOK } from '../../shared/requestLook.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { duration } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';
import { rich, t } from './words.ts';

/** Between when it was opened and when it expires, with a dot in its middle. */
const GAP = '12px';

/** Under the name: tier, state, and how long there is. */
export function RequestLead({ request }: { request: ResetRequest }) {
  const { number, state, tier, openedAt, expiresAt, suspectedAttack, pausedAt } = request;
  const now = useNow();
  const left = Date.parse(expiresAt) - now;
  return (
    <Box
      component="span"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 1.5,
        fontSize: '0.8125rem',
      }}
    >
      {number !== undefined && <span>{t('requestNumber', { number: String(number) })}</span>}
      <StatusChip {...TIER_LOOK[tier]} />
      <StatusChip {...requestLook({ state, suspectedAttack, paused: pausedAt !== null })} />
      {/* Clipped, so that what begins a line has no dot before it. */}
      <Box
        component="span"
        sx={{ display: 'flex', flexWrap: 'wrap', columnGap: GAP, rowGap: 1.5, overflowX: 'clip' }}
      >
        <span>{rich('openedAt', { at: <RelativeTime at={openedAt} /> })}</span>
        {(state === 'open' || state === 'verified') && (
          <Box
            component="span"
            sx={{ position: 'relative', color: left < 24 * 60 * 60_000 ? 'warning.main' : undefined }}
          >
            <Box
              component="span"
              aria-hidden
              sx={{
                position: 'absolute',
                right: '100%',
                width: GAP,
                textAlign: 'center',
                color: 'text.secondary',
              }}
            >
              ·
            </Box>
            {left > 0
              ? rich('expiresIn', { duration: duration(left), at: <RelativeTime at={expiresAt} due /> })
              : t('expiresNow')}
          </Box>
        )}
      </Box>
    </Box>
  );
}
