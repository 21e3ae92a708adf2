import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMe } from '../../data/me.ts';
import { RequestCode } from '../../shared/RequestCode.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { t } from './words.ts';

/** An administrator decides: the code to read out until then. */
export function DisableRequested({ requestCode, onClose }: { requestCode: string; onClose: () => void }) {
  const { organisation } = useMe();
  return (
    <>
      <Typography sx={{ mb: 4 }}>{t('disableRequested')}</Typography>
      <RequestCode code={requestCode} helpDesk={organisation.helpDesk} />
      <DialogFoot>
        <Button variant="contained" autoFocus onClick={onClose}>
          {t('done')}
        </Button>
      </DialogFoot>
    </>
  );
}
