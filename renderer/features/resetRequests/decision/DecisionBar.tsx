import { mdiCheckCircleOutline, mdiClockOutline, mdiLockOutline, mdiPauseCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { stickyFoot } from '../../../ui/stickyFoot.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { DenyDialog } from './DenyDialog.tsx';
import { ReportAttack } from './ReportAttack.tsx';
import { t } from '../words.ts';

/** At the foot of a request that is pending: the decision, or why there is none yet. */
export function DecisionBar({ request }: { request: ResetRequest }) {
  const id = useId();
  const [asks, setAsks] = useState<'approve' | 'deny' | null>(null);
  const { state, decision } = request;
  const isHolding = state === 'approved';
  const { approve, deny } = decision;
  const isPaused = request.pausedAt !== null;
  const icon = isPaused
    ? mdiPauseCircleOutline
    : isHolding
      ? mdiClockOutline
      : approve.allowed
        ? mdiCheckCircleOutline
        : mdiLockOutline;
  return (
    <Box
      role="region"
      aria-label={t('decision')}
      data-foot
      sx={{
        ...stickyFoot(0),
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 4,
        rowGap: 2,
        mx: { xs: -4, md: -8 },
        px: { xs: 4, md: 8 },
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box id={id} sx={{ display: 'flex', gap: 2, flex: '1 1 260px', minWidth: 0 }}>
        <Icon path={icon} sx={{ color: approve.allowed && !isHolding ? 'success.main' : 'text.secondary' }} />
        <span>
          {isPaused ? (
            pausedWords(request)
          ) : isHolding ? (
            holdingWords(request)
          ) : approve.allowed ? (
            t('evidenceComplete')
          ) : (
            <WhyNot request={request} />
          )}
        </span>
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'end',
          gap: 2,
          flex: { xs: '1 1 100%', sm: '0 1 auto' },
        }}
      >
        <ReportAttack request={request} />
        <Button
          variant="outlined"
          color="error"
          disabled={!deny.allowed}
          aria-describedby={deny.allowed ? undefined : id}
          onClick={() => setAsks('deny')}
          sx={{ flex: { xs: '1 1 auto', sm: 'none' }, '&.Mui-disabled': { color: 'text.disabled' } }}
        >
          {isHolding ? t('stopReset') : t('deny')}
        </Button>
        {!isHolding && (
          <Button
            variant="contained"
            disabled={!approve.allowed}
            aria-describedby={id}
            onClick={() => setAsks('approve')}
            sx={{ flex: { xs: '1 1 auto', sm: 'none' } }}
          >
            {t('approveAndReset')}
          </Button>
        )}
      </Box>
      {asks === 'approve' && <ApproveDialog request={request} onClose={() => setAsks(null)} />}
      {asks === 'deny' && <DenyDialog request={request} onClose={() => setAsks(null)} />}
    </Box>
  );
}

/** Why approving is off: what lacks, and where somebody else has to decide, that, too. */
function WhyNot({ request }: { request: ResetRequest }) {
  const { recipe, decision } = request;
  const { code, sentence } = decision.approve;
  return (
    <>
      {!recipe.met && <div>{recipe.missing}</div>}
      {recipe.met && <div>{sentence}</div>}
      {!recipe.met && code !== 'recipe_not_met' && (
        <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{sentence}</Box>
      )}
    </>
  );
}

/** Who makes it go on, or ends it: what its evidence lacks is no question until then. */
const pausedWords = ({ suspectedAttack, user: { name } }: ResetRequest): string =>
  t(suspectedAttack ? 'pausedAfterReport' : 'pausedForAnswer', { name });

function holdingWords({ decision }: ResetRequest): string {
  return decision.deny.allowed ? t('holdingCanStop') : (decision.deny.sentence ?? t('holding'));
}
