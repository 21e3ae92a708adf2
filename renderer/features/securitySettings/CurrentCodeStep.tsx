import Typography from '@mui/material/Typography';
import type { CallError } from '../../data/callError.ts';
import { CodeForm } from '../../shared/CodeForm.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

interface Props {
  busy: boolean;
  error: CallError | null;
  onContinue: (code: string) => void;
}

/** Proof that the old phone is still in the right hands. */
export function CurrentCodeStep({ busy, error, onContinue }: Props) {
  return (
    <CodeForm
      label={t('authorizationCode')}
      tooShort={t('currentCodeTooShort')}
      autoFocus
      busy={busy}
      error={error}
      onSubmit={onContinue}
      actions={
        <DialogFoot>
          <SubmitButton busy={busy}>{t('continue')}</SubmitButton>
        </DialogFoot>
      }
    >
      <Typography sx={{ mb: 4 }}>{t('currentCodeLead')}</Typography>
    </CodeForm>
  );
}
