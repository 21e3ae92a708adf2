import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { useWrite } from '../../data/useWrite.ts';
import { CLOCK_HELP, CodeForm } from '../../shared/CodeForm.tsx';
import { ScanKey } from '../../shared/ScanKey.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useEnrolmentEnd } from './useEnrolmentEnd.ts';
import { t } from './words.ts';

interface Props {
  enrolment: OutputOf<'me.beginEnrolment'>;
  /** What to do with the QR code. */
  lead: string;
  onBeginAgain: () => void;
  onDone: () => void;
}

/** The QR code, and the code that proves that the app has it. */
export function ScanStep({ enrolment, lead, onBeginAgain, onDone }: Props) {
  const confirm = useWrite('me.confirmEnrolment', { onDone });
  const hasEnded = useEnrolmentEnd(enrolment.expiresAt) || confirm.error?.code === 'enrolment_ended';
  if (hasEnded) {
    return (
      <>
        <Banner tone="warning">
          {confirm.error?.message ?? t('enrolmentEnded')} {t('deleteAndBegin')}
        </Banner>
        <DialogFoot>
          <SubmitButton onClick={onBeginAgain}>{t('beginAgain')}</SubmitButton>
        </DialogFoot>
      </>
    );
  }
  return (
    <CodeForm
      label={t('authenticationCode')}
      tooShort={t('newCodeTooShort')}
      helper={CLOCK_HELP}
      busy={confirm.isPending}
      error={confirm.error}
      onSubmit={(code) => confirm.mutate({ enrolmentId: enrolment.enrolmentId, code })}
      actions={
        <DialogFoot>
          <SubmitButton busy={confirm.isPending}>{t('verify')}</SubmitButton>
        </DialogFoot>
      }
    >
      <Typography sx={{ mb: 3 }}>{lead}</Typography>
      <Box sx={{ mb: 5 }}>
        <ScanKey otpauthUri={enrolment.otpauthUri} secret={enrolment.secret} />
      </Box>
    </CodeForm>
  );
}
