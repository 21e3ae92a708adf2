import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { useWrite } from '../../data/useWrite.ts';
import { ScanKey } from '../../shared/ScanKey.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useEnrolmentEnd } from './useEnrolmentEnd.ts';

interface Props {
  enrolment: OutputOf<'me.beginEnrolment'>;
  isMove: boolean;
  onBeginAgain: () => void;
  onDone: () => void;
}

/** The QR code, and the code that proves that the app has it. */
export function ScanStep({ enrolment, isMove, onBeginAgain, onDone }: Props) {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string>();
  const confirm = useWrite('me.confirmEnrolment', { onDone });
  const hasEnded = useEnrolmentEnd(enrolment.expiresAt) || confirm.error?.code === 'enrolment_ended';
  const submit = (digits: string) => {
    if (confirm.isPending) return;
    setMissing(digits.length < 6 ? 'Type the six digits that the app shows.' : undefined);
    if (digits.length === 6) confirm.mutate({ enrolmentId: enrolment.enrolmentId, code: digits });
  };
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
  const isWrongCode = confirm.error?.code === 'invalid_code';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      <Typography sx={{ mb: 3 }}>
        {isMove
          ? 'Scan this with the app on the new phone.'
          : 'Scan now with every device you’ll use: this code is shown only once.'}
      </Typography>
      <ScanKey otpauthUri={enrolment.otpauthUri} secret={enrolment.secret} />
      <Box sx={{ mt: 5 }}>
        <CodeField
          label="Authentication Code"
          value={code}
          onChange={setCode}
          onComplete={submit}
          error={missing ?? (isWrongCode ? confirm.error?.message : undefined)}
          helper="Not taken? Set your phone’s clock to automatic: codes follow the clock."
          busy={confirm.isPending}
        />
        {confirm.error && !isWrongCode && <Banner tone="danger">{confirm.error.message}</Banner>}
        <SubmitButton busy={confirm.isPending}>Verify</SubmitButton>
      </Box>
    </form>
  );
}
