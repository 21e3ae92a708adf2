import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useWrite } from '../../data/useWrite.ts';
import { ResetPleaForm } from '../../shared/ResetPleaForm.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useLeave } from '../../ui/unsaved.ts';
import type { StepProps } from './stepProps.ts';
import { t } from './words.ts';

interface Props extends StepProps {
  challenge: string;
  onBack: () => void;
  onRestart: (notice?: string) => void;
  onRequested: (requestCode: string) => void;
}

/** A plea for a reset, by someone who knew the password and has no code. */
export function ResetStep({ options, banner, challenge, onBack, onRestart, onRequested }: Props) {
  const request = useWrite('signIn.requestReset', { onDone: ({ requestCode }) => onRequested(requestCode) });
  const leave = useLeave();
  return (
    <CardPage title={t('resetTitle')} owner={options.organisation} banner={banner} width={520}>
      <ResetPleaForm
        busy={request.isPending}
        error={request.error?.message}
        stopNowMeaning={t('stopNowMeaning')}
        onSubmit={(plea) =>
          request.mutate(
            { challenge, ...plea },
            { onError: (error) => error.code === 'challenge_expired' && onRestart(error.message) },
          )
        }
      >
        <Box sx={{ display: 'flex', gap: 2 }}>
          <SubmitButton busy={request.isPending}>{t('submitResetRequest')}</SubmitButton>
          <Button color="inherit" onClick={() => leave(onBack)}>
            {t('back')}
          </Button>
        </Box>
      </ResetPleaForm>
    </CardPage>
  );
}
