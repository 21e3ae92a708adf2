import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallError } from '../../data/callError.ts';
import { CodeForm } from '../../shared/CodeForm.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

interface Props {
  busy: boolean;
  error: CallError | null;
  onContinue: (input: { code: string; name?: string }) => void;
}

/** What the next one is called, and proof that one of those that there are is in the right hands. */
export function AddStep({ busy, error, onContinue }: Props) {
  const [typed, setName] = useState('');
  return (
    <CodeForm
      label={t('authorizationCode')}
      tooShort={t('codeTooShort')}
      byButton
      busy={busy}
      error={error}
      onSubmit={(code) => {
        const name = typed.trim();
        onContinue({ code, ...(name && { name }) });
      }}
      actions={
        <DialogFoot>
          <SubmitButton busy={busy}>{t('continue')}</SubmitButton>
        </DialogFoot>
      }
    >
      <Typography sx={{ mb: 4 }}>{t('addLead')}</Typography>
      <Field
        label={t('authenticatorName')}
        optional
        autoFocus
        helper={t('authenticatorNameHelp')}
        value={typed}
        onChange={(event) => setName(event.target.value)}
        inputProps={{ maxLength: 60 }}
      />
    </CodeForm>
  );
}
