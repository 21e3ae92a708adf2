import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CallError } from '../../data/callError.ts';
import { Banner } from '../../ui/Banner.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';

interface Props {
  busy: boolean;
  error: CallError | null;
  onContinue: (code: string) => void;
}

/** Proof that the old phone is still in the right hands. */
export function CurrentCodeStep({ busy, error, onContinue }: Props) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string>();
  const submit = (digits: string) => {
    if (busy) return;
    setMissing(digits.length < 6 ? 'Type the six digits that your old phone shows.' : undefined);
    if (digits.length === 6) onContinue(digits);
  };
  const isWrongCode = error?.code === 'invalid_code';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      <Typography sx={{ mb: 4 }}>
        Type a code from the phone that you use now. It works until the new one is proven. No reset is needed.
      </Typography>
      <CodeField
        label="Authorization Code"
        value={code}
        onChange={setCode}
        onComplete={submit}
        error={missing ?? (isWrongCode ? error.message : undefined)}
        busy={busy}
        autoFocus
      />
      {error && !isWrongCode && <Banner tone="danger">{error.message}</Banner>}
      <SubmitButton busy={busy}>Continue</SubmitButton>
    </form>
  );
}
