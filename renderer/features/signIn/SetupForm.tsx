import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { useWrite } from '../../data/useWrite.ts';
import { CLOCK_HELP, CodeForm } from '../../shared/CodeForm.tsx';
import { RecommendedApps } from '../../shared/RecommendedApps.tsx';
import { ScanKey } from '../../shared/ScanKey.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { t } from './words.ts';

interface Props {
  challenge: string;
  enrolment: OutputOf<'signIn.beginEnrolment'>;
  apps: readonly { name: string; url: string }[];
  onBeginAgain: () => void;
  onRestart: (notice?: string) => void;
  onDone: () => void;
}

/** App, key and code as three numbered steps on one screen: someone with a new phone in the hand does them in one go. */
export function SetupForm({ challenge, enrolment, apps, onBeginAgain, onRestart, onDone }: Props) {
  const confirm = useWrite('signIn.confirmEnrolment', { onDone });
  const submit = (code: string) => {
    confirm.mutate(
      { challenge, enrolmentId: enrolment.enrolmentId, code },
      {
        onError: (error) => {
          if (error.code === 'challenge_expired') onRestart(error.message);
          if (error.code === 'enrolment_ended') onBeginAgain();
        },
      },
    );
  };
  return (
    <div>
      <Numbered number={1} title={t('setupApp')}>
        <RecommendedApps apps={apps} />
      </Numbered>
      <Numbered number={2} title={t('setupScan')}>
        <ScanKey otpauthUri={enrolment.otpauthUri} secret={enrolment.secret} />
      </Numbered>
      <Numbered number={3} title={t('setupCode')}>
        <CodeForm
          label={t('authenticationCode')}
          tooShort={t('setupCodeTooShort')}
          helper={CLOCK_HELP}
          busy={confirm.isPending}
          error={confirm.error}
          onSubmit={submit}
          actions={
            <SubmitButton fullWidth busy={confirm.isPending}>
              {t('verify')}
            </SubmitButton>
          }
        />
      </Numbered>
    </div>
  );
}

function Numbered({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <Box
      component="section"
      sx={{
        '&:not(:last-of-type)': { mb: 6 },
      }}
    >
      <Box sx={{ display: 'flex', gap: 3, mb: 2 }}>
        <Box
          aria-hidden
          sx={{
            width: 24,
            height: 24,
            borderRadius: '50%',
            bgcolor: 'soft.accent',
            color: 'primary.main',
            display: 'grid',
            placeItems: 'center',
            flexShrink: 0,
            fontSize: '0.75rem',
            fontWeight: 600,
          }}
        >
          {number}
        </Box>
        <Typography variant="h3" component="h2" sx={{ lineHeight: '24px' }}>
          {title}
        </Typography>
      </Box>
      <Box sx={{ pl: { sm: '36px' } }}>{children}</Box>
    </Box>
  );
}
