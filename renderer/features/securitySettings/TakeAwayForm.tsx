import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ComponentProps } from 'react';
import { CodeForm } from '../../shared/CodeForm.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

interface Props extends Pick<ComponentProps<typeof CodeForm>, 'error' | 'onSubmit'> {
  busy: boolean;
  /** What follows. */
  meaning: string;
  /** On the button that does it. */
  verb: string;
  onClose: () => void;
}

/** In a dialog: takes an authenticator away, or all of MFA, by a current code. */
export function TakeAwayForm({ busy, error, meaning, verb, onSubmit, onClose }: Props) {
  return (
    <CodeForm
      label={t('authorizationCode')}
      tooShort={t('codeTooShort')}
      autoFocus
      byButton
      busy={busy}
      error={error}
      onSubmit={onSubmit}
      actions={
        <DialogFoot>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <SubmitButton color="error" busy={busy}>
            {verb}
          </SubmitButton>
        </DialogFoot>
      }
    >
      <Typography sx={{ mb: 4 }}>{meaning}</Typography>
    </CodeForm>
  );
}
