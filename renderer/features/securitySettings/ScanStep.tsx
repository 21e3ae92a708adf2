import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { useWrite } from '../../data/useWrite.ts';
import { CLOCK_HELP, CodeForm } from '../../shared/CodeForm.tsx';
import { ScanKey } from '../../shared/ScanKey.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useEnrolmentEnd } from './useEnrolmentEnd.ts';
import { t } from './words.ts';

interface Props {
  enrolment: OutputOf<'me.beginEnrolment'>;
  isMove: boolean;
  onBeginAgain: () => void;
  onDone: () => void;
}

/** The QR code, and the code that proves that the app has it. */
export function ScanStep({ enrolment, isMove, onBeginAgain, onDone }: Props) {
  const confirm = useWrite('me.confirmEnrolment', { onDone });
  const hasEnded = useEnrolmentEnd(enrolment.expiresAt) || confirm.error?.code === 'enrolment_ended';
  if (hasEnded) {
    return (
      <>
        <Banner tone="warning">
          {confirm.error?.message ?? 'This setup was open for 30 minutes and has ended.'} Delete its entry in
          the app, then begin again.
        </Banner>
        <SubmitButton onClick={onBeginAgain}>Begin again</SubmitButton>
      </>
    );
  }
  return (
    <CodeForm
      label="Authentication Code"
      tooShort={t('newCodeTooShort')}
      helper={CLOCK_HELP}
      busy={confirm.isPending}
      error={confirm.error}
      onSubmit={(code) => confirm.mutate({ enrolmentId: enrolment.enrolmentId, code })}
      actions={<SubmitButton busy={confirm.isPending}>Verify</SubmitButton>}
    >
      <Typography sx={{ mb: 3 }}>
        {isMove
          ? 'Scan this with the app on the new phone.'
          : 'Scan now with every device you’ll use: this code is shown only once.'}
      </Typography>
      <Box sx={{ mb: 5 }}>
        <ScanKey otpauthUri={enrolment.otpauthUri} secret={enrolment.secret} />
      </Box>
    </CodeForm>
  );
}
