import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { dateFormat } from '../../language/intl.ts';
import { strong } from '../../language/rich.ts';
import { useWrite } from '../../data/useWrite.ts';
import { CodeForm } from '../../shared/CodeForm.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import type { StepProps } from './stepProps.ts';
import { rich, t } from './words.ts';

interface Props extends StepProps {
  challenge: string;
  /** None where the code proves a link with a provider: that opens no request. */
  onReset?: () => void;
  onRestart: (notice?: string) => void;
  onSignedIn: () => void;
}

const clock = dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The code from the authenticator app, asked for at every sign-in. */
export function CodeStep({ options, banner, challenge, onReset, onRestart, onSignedIn }: Props) {
  const [wrong, setWrong] = useState(0);
  const verify = useWrite('signIn.verify', { onDone: onSignedIn });
  const submit = (code: string) => {
    verify.mutate(
      { challenge, code },
      {
        onError: (error) => {
          if (error.code === 'challenge_expired') onRestart(error.message);
          if (error.code === 'invalid_code') setWrong((count) => count + 1);
        },
      },
    );
  };
  return (
    <CardPage
      title={t('codeTitle')}
      lead={onReset ? t('codeLead') : t('linkCodeLead')}
      owner={options.organisation}
      banner={banner}
      footer={
        onReset && (
          <Button size="small" color="inherit" onClick={onReset}>
            {t('resetMfa')}
          </Button>
        )
      }
    >
      <CodeForm
        label={t('authorizationCode')}
        tooShort={t('codeTooShort')}
        autoFocus
        busy={verify.isPending}
        error={verify.error}
        onSubmit={submit}
        actions={
          <>
            {wrong >= 2 && <ClockHint serverTime={verify.error?.problem['serverTime']} />}
            <SubmitButton fullWidth busy={verify.isPending}>
              {t('verifyAndSignIn')}
            </SubmitButton>
          </>
        }
      />
      <Box sx={{ mt: 3, textAlign: 'center' }}>
        <Button size="small" color="inherit" onClick={() => onRestart()}>
          {t('back')}
        </Button>
      </Box>
    </CardPage>
  );
}

function ClockHint({ serverTime }: { serverTime: unknown }) {
  const [here] = useState(() => new Date());
  const now = typeof serverTime === 'string' ? new Date(serverTime) : here;
  return <Banner tone="warning">{rich('clockHint', { time: clock.format(now), b: strong })}</Banner>;
}
