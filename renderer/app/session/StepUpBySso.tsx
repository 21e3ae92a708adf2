import Typography from '@mui/material/Typography';
import { useShell } from '../../data/context.ts';
import { useWaiting } from '../../data/useWaiting.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { t } from '../words.ts';

interface Props {
  /** What it is for, where that isn't plain. */
  lead: string | undefined;
  provider: string;
  onDone: () => void;
  onClose: () => void;
}

/** Confirms by a fresh sign-in at the provider that made this session. */
export function StepUpBySso({ lead, provider, onDone, onClose }: Props) {
  const { sso } = useShell();
  const { busy, refusal, begin, leave } = useWaiting((signal) => sso.stepUp(signal), onDone);
  const close = () => {
    leave();
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={t('confirmTitle')}
      // Not locked while it waits: a window that was closed by hand can't be noticed, so that one can begin again.
      confirmLabel={busy ? t('openAgain', { provider }) : t('continueWith', { provider })}
      error={refusal}
      onConfirm={begin}
      onClose={close}
    >
      {lead && <Typography sx={{ mb: 2, color: 'text.primary' }}>{lead}</Typography>}
      <Typography role="status">{busy ? t('signInInWindow') : t('freshSignIn', { provider })}</Typography>
    </ConfirmDialog>
  );
}
