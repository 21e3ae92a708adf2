import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import type { CallError } from '../../data/callError.ts';
import { Banner } from '../../ui/Banner.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import type { StepProps } from './stepProps.ts';

interface Props extends StepProps {
  challenge: string;
  onReset: () => void;
  onRestart: (notice?: string) => void;
  onSignedIn: () => void;
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The code from the authenticator app, asked for at every sign-in. */
export function CodeStep({ options, banner, challenge, onReset, onRestart, onSignedIn }: Props) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState(0);
  const [refusal, setRefusal] = useState<CallError>();
  const [missing, setMissing] = useState<string>();
  const verify = useWrite('signIn.verify', { onDone: onSignedIn });
  const submit = (digits: string) => {
    if (verify.isPending) return;
    setRefusal(undefined);
    setMissing(digits.length < 6 ? 'Type the six digits that your authenticator app shows.' : undefined);
    if (digits.length < 6) return;
    verify.mutate(
      { challenge, code: digits },
      {
        onError: (error) => {
          if (error.code === 'challenge_expired') return onRestart(error.message);
          if (error.code === 'invalid_code') setWrong((count) => count + 1);
          setRefusal(error);
        },
      },
    );
  };
  const isWrongCode = refusal?.code === 'invalid_code';
  return (
    <CardPage
      title="Multi-Factor Authentication"
      lead="Type the code that your authenticator app shows for this account."
      owner={options.organisation}
      banner={banner}
      footer={
        <Button size="small" color="inherit" onClick={onReset}>
          Reset Multi-Factor Authentication
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit(code);
        }}
      >
        <CodeField
          label="Authorization Code"
          value={code}
          onChange={setCode}
          onComplete={submit}
          error={missing ?? (isWrongCode ? refusal.message : undefined)}
          busy={verify.isPending}
          autoFocus
        />
        {refusal && !isWrongCode && <Banner tone="danger">{refusal.message}</Banner>}
        {wrong >= 2 && <ClockHint serverTime={refusal?.problem['serverTime']} />}
        <SubmitButton fullWidth busy={verify.isPending}>
          Verify & Sign In
        </SubmitButton>
      </form>
      <Box sx={{ mt: 3, textAlign: 'center' }}>
        <Button size="small" color="inherit" onClick={() => onRestart()}>
          Back
        </Button>
      </Box>
    </CardPage>
  );
}

function ClockHint({ serverTime }: { serverTime: unknown }) {
  const [here] = useState(() => new Date());
  const now = typeof serverTime === 'string' ? new Date(serverTime) : here;
  return (
    <Banner tone="warning">
      It is <strong>{clock.format(now)}</strong> here. If your phone says otherwise, set its clock to
      automatic and try again: codes follow the clock.
    </Banner>
  );
}
