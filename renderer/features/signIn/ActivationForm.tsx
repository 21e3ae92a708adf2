import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { CardPage } from '../../ui/CardPage.tsx';
import { Field } from '../../ui/Field.tsx';
import { asciiCode } from '../../ui/typedCode.ts';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

interface Props {
  owner: string;
  banner: ReactNode;
  width: 520;
  busy: boolean;
  error: string | undefined;
  onSubmit: (activationCode: string) => void;
  onBack: () => void;
}

/** After a reset the password alone must not be enough to enrol a phone: the mailed code comes first. */
export function ActivationForm({ busy, error, onSubmit, onBack, ...page }: Props) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string>();
  return (
    <CardPage {...page} title={t('setupTitle')} lead={t('activationLead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = code.trim();
          setMissing(typed ? undefined : t('activationCodeMissing'));
          if (typed && !busy) onSubmit(typed);
        }}
      >
        <Field
          label={t('activationCode')}
          mono
          autoFocus
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(asciiCode(event.target.value))}
          error={missing ?? error}
          inputProps={{ spellCheck: false, autoCapitalize: 'characters' }}
        />
        <Box sx={{ display: 'flex', gap: 2 }}>
          <SubmitButton busy={busy}>{t('continue')}</SubmitButton>
          <Button color="inherit" onClick={onBack}>
            {t('back')}
          </Button>
        </Box>
      </form>
    </CardPage>
  );
}
