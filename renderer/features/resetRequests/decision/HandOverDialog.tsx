import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useShell } from '../../../data/context.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { spelled } from '../../../shared/spelling.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { DialogFoot } from '../../../ui/DialogFoot.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Secret } from '../../../ui/Secret.tsx';
import { SubmitButton } from '../../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { rich, t } from '../words.ts';

/** Shows an activation code once, for someone who stands in front of you. */
export function HandOverDialog({ request, onClose }: { request: ResetRequest; onClose: () => void }) {
  const { name } = request.user;
  const shell = useShell();
  const handOver = useWrite('resetRequests.handOver');
  const isShown = handOver.data !== undefined;
  useEffect(() => {
    if (!isShown) return;
    shell.protectContent(true);
    return () => shell.protectContent(false);
  }, [isShown, shell]);
  return (
    <TaskDialog open title={t('handOverTitle', { name })} onClose={onClose}>
      {handOver.data ? (
        <>
          <Box sx={{ bgcolor: 'soft.neutral', borderRadius: '6px', px: 4, py: 3, mb: 4 }}>
            <Secret large text={handOver.data.activationCode} label={t('activationCode')} />
            <Typography>{spelled(handOver.data.activationCode)}</Typography>
          </Box>
          <Typography sx={{ mb: 5 }}>
            {rich('handOverShown', { name, at: <RelativeTime at={handOver.data.expiresAt} due /> })}
          </Typography>
          <DialogFoot>
            <Button variant="contained" onClick={onClose}>
              {t('done')}
            </Button>
          </DialogFoot>
        </>
      ) : (
        <>
          <Typography sx={{ mb: 4 }}>{t('handOverLead', { name })}</Typography>
          {handOver.error?.refusal && <Banner tone="danger">{handOver.error.refusal}</Banner>}
          <DialogFoot>
            <Button variant="outlined" onClick={onClose}>
              {t('cancel')}
            </Button>
            <SubmitButton busy={handOver.isPending} onClick={() => handOver.mutate({ id: request.id })}>
              {t('handOverShow')}
            </SubmitButton>
          </DialogFoot>
        </>
      )}
    </TaskDialog>
  );
}
