import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { t } from './words.ts';

/** It works, and what that means. */
export function DoneStep({ isMove, onClose }: { isMove: boolean; onClose: () => void }) {
  return (
    <>
      <Box sx={{ display: 'flex', gap: 3, mb: 5 }}>
        <Icon path={mdiCheckCircleOutline} size={24} sx={{ color: 'success.main' }} />
        <Typography>{isMove ? t('moveDone') : t('setupDone')}</Typography>
      </Box>
      <DialogFoot>
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('done')}
        </Button>
      </DialogFoot>
    </>
  );
}
