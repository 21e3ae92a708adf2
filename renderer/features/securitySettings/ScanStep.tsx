import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { useState } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import { CLOCK_HELP, CodeForm } from '../../shared/CodeForm.tsx';
import { ScanKey } from '../../shared/ScanKey.tsx';
import { useIsPhone } from '../../shared/useIsPhone.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import type { SetupKind } from './setupKind.ts';
import { useEnrolmentEnd } from './useEnrolmentEnd.ts';
import { t } from './words.ts';

const LEADS: Record<SetupKind, string> = {
  first: t('scanNow'),
  move: t('scanOnNewPhone'),
  add: t('scanOnOther'),
};

type Held = 'old' | 'new';
const HELD: Record<Exclude<SetupKind, 'first'>, readonly { value: Held; label: string }[]> = {
  move: [
    { value: 'old', label: t('holdsOld') },
    { value: 'new', label: t('holdsNew') },
  ],
  add: [
    { value: 'old', label: t('holdsFirst') },
    { value: 'new', label: t('holdsOther') },
  ],
};

interface Props {
  enrolment: OutputOf<'me.beginEnrolment'>;
  kind: SetupKind;
  onBeginAgain: () => void;
  onDone: () => void;
}

/** The QR code, and the code that proves that the app has it. */
export function ScanStep({ enrolment, kind, onBeginAgain, onDone }: Props) {
  const isPhone = useIsPhone();
  const [held, setHeld] = useState<Held | ''>('');
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
      {kind !== 'first' && isPhone && (
        <ChoiceField
          label={t('whichPhone')}
          options={HELD[kind]}
          value={held}
          onChange={setHeld}
          helper={held === '' ? t('whichPhoneHelp') : undefined}
        />
      )}
      <Typography sx={{ mb: 3 }}>{held === 'new' ? t('openOnThis') : LEADS[kind]}</Typography>
      <Box sx={{ mb: 5 }}>
        <ScanKey
          otpauthUri={enrolment.otpauthUri}
          secret={enrolment.secret}
          // The key on the phone that has one already would be no move.
          onOther={kind !== 'first' && held !== 'new'}
        />
      </Box>
    </CodeForm>
  );
}
