import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { CardPage } from '../../ui/CardPage.tsx';
import { Field } from '../../ui/Field.tsx';
import { asciiCode } from '../../ui/typedCode.ts';
import { SubmitButton } from '../../ui/SubmitButton.tsx';

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
    <CardPage
      {...page}
      title="Multi-Factor Authentication Setup"
      lead="Type the activation code first. It came by mail, or your administrator handed it to you."
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const typed = code.trim();
          setMissing(typed ? undefined : 'Type the activation code.');
          if (typed && !busy) onSubmit(typed);
        }}
      >
        <Field
          label="Activation code"
          mono
          autoFocus
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(asciiCode(event.target.value))}
          error={missing ?? error}
          inputProps={{ spellCheck: false, autoCapitalize: 'characters' }}
        />
        <Box sx={{ display: 'flex', gap: 2 }}>
          <SubmitButton busy={busy}>Continue</SubmitButton>
          <Button color="inherit" onClick={onBack}>
            Back
          </Button>
        </Box>
      </form>
    </CardPage>
  );
}
