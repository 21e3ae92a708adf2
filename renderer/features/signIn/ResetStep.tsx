import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ResetReason } from '../../../contract/schemas.ts';
import { useWrite } from '../../data/useWrite.ts';
import { RESET_REASONS } from '../../shared/resetReasons.ts';
import { Banner } from '../../ui/Banner.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
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
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [note, setNote] = useState('');
  const [stopNow, setStopNow] = useState(false);
  const [missing, setMissing] = useState<string>();
  const request = useWrite('signIn.requestReset', { onDone: ({ requestCode }) => onRequested(requestCode) });
  const submit = () => {
    if (request.isPending) return;
    setMissing(reason === '' ? t('resetWhyMissing') : undefined);
    if (reason === '') return;
    const stops = stopNow && reason === 'lost_or_stolen';
    const input = {
      challenge,
      reason,
      ...(note.trim() && { note: note.trim() }),
      ...(stops && { stopNow: true }),
    };
    request.mutate(input, {
      onError: (error) => error.code === 'challenge_expired' && onRestart(error.message),
    });
  };
  return (
    <CardPage title={t('resetTitle')} owner={options.organisation} banner={banner} width={520}>
      <Typography component="ul" sx={{ pl: 5, mt: 0, mb: 5, '& li': { mb: 1.5 } }}>
        <li>{t('resetRemoves')}</li>
        <li>{t('resetContact')}</li>
        <li>{t('resetMeanwhile')}</li>
      </Typography>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ChoiceField
          label={t('resetWhy')}
          options={RESET_REASONS}
          value={reason}
          onChange={setReason}
          error={missing}
        />
        {reason === 'lost_or_stolen' && (
          <SwitchField
            label={t('stopNow')}
            helper={t('stopNowMeaning')}
            checked={stopNow}
            onChange={setStopNow}
          />
        )}
        <Field
          label={t('resetNote')}
          optional
          multiline
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          inputProps={{ maxLength: 2000 }}
        />
        {request.error && <Banner tone="danger">{request.error.message}</Banner>}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <SubmitButton busy={request.isPending}>{t('submitResetRequest')}</SubmitButton>
          <Button color="inherit" onClick={onBack}>
            {t('back')}
          </Button>
        </Box>
      </form>
    </CardPage>
  );
}
