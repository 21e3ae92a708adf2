import { mdiCellphoneOff } from '@mdi/js';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useRequestWrite } from '../useRequestWrite.ts';
import { rich, t } from '../words.ts';
import { isGoing, turned } from './targetChoice.ts';

export type Factor = OutputOf<'users.factors'>['items'][number];

interface Props {
  factor: Factor;
  /** Everything that the person has. */
  held: readonly Factor[];
  request: ResetRequest;
}

/** A factor that the person has, and whether it goes; a choice where there are several and somebody may make it. */
export function FactorRow({ factor, held, request }: Props) {
  const choose = useRequestWrite('resetRequests.chooseTargets');
  const goes = isGoing(request, factor);
  const next = turned(request, held, factor);
  const isChoice = held.length > 1 && request.decision.verify.allowed;
  const words = (
    <Box sx={{ py: 1 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
        <span>{factor.name}</span>
        {factor.stopped && <StatusChip icon={mdiCellphoneOff} label={t('factorStopped')} tone="danger" />}
        {!isChoice && held.length > 1 && !goes && (
          <Typography variant="body2" color="textSecondary" component="span">
            {t('factorStays')}
          </Typography>
        )}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {factor.createdAt && rich('factorSetUp', { day: <RelativeTime at={factor.createdAt} dayOnly /> })}
        {factor.createdAt && factor.lastUsedAt && ' · '}
        {factor.lastUsedAt && rich('factorLastUsed', { time: <RelativeTime at={factor.lastUsedAt} /> })}
      </Typography>
    </Box>
  );
  if (!isChoice) return words;
  return (
    <>
      <FormControlLabel
        sx={{ display: 'flex', m: 0, ml: -2 }}
        label={words}
        control={
          <Checkbox
            checked={goes}
            disabled={choose.isPending || next === null}
            onChange={() =>
              next && choose.mutate({ id: request.id, version: request.version, targets: next })
            }
          />
        }
      />
      {choose.error && <Banner tone="danger">{choose.error.message}</Banner>}
    </>
  );
}
