import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { SetupKind } from './setupKind.ts';
import { t } from './words.ts';

interface Props {
  kind: SetupKind;
  onClose: () => void;
  onAddAnother?: (() => void) | undefined;
}

const DONE: Record<SetupKind, string> = { first: t('setupDone'), move: t('moveDone'), add: t('addDone') };

/** It works, and what that means. After the first one the next is encouraged, once. */
export function DoneStep({ kind, onClose, onAddAnother }: Props) {
  const encourages = kind === 'first' && onAddAnother !== undefined;
  return (
    <>
      <Box sx={{ display: 'flex', gap: 3, mb: 5 }}>
        <Icon path={mdiCheckCircleOutline} size={24} sx={{ color: 'success.main' }} />
        <Box>
          <Typography>{DONE[kind]}</Typography>
          {encourages && (
            <Typography color="textSecondary" sx={{ mt: 2 }}>
              {t('addEncouraged')}
            </Typography>
          )}
        </Box>
      </Box>
      <DialogFoot>
        {encourages && (
          <Button variant="outlined" onClick={onAddAnother}>
            {t('addAnother')}
          </Button>
        )}
        <Button variant="contained" onClick={onClose} autoFocus>
          {t('done')}
        </Button>
      </DialogFoot>
    </>
  );
}
