import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ResetReason } from '../../contract/schemas.ts';
import { Banner } from '../ui/Banner.tsx';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { Field } from '../ui/Field.tsx';
import { SwitchField } from '../ui/SwitchField.tsx';
import { useUnsaved } from '../ui/unsaved.ts';
import { RESET_REASONS } from './resetReasons.ts';
import { t } from './words.ts';

interface Plea {
  reason: ResetReason;
  note?: string;
  stopNow?: true;
}

interface Props {
  busy: boolean;
  error: string | undefined;
  /** What *stop it now* ends. */
  stopNowMeaning: string;
  onSubmit: (plea: Plea) => void;
  /** The buttons. */
  children: ReactNode;
}

/** A plea for a reset, by somebody who has no code: what follows from it, and why it is needed. */
export function ResetPleaForm({ busy, error, stopNowMeaning, onSubmit, children }: Props) {
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [note, setNote] = useState('');
  const [stopNow, setStopNow] = useState(false);
  const [missing, setMissing] = useState<string>();
  useUnsaved(note.trim() !== '', t('leaveWithoutAsking'));
  const submit = () => {
    if (busy) return;
    setMissing(reason === '' ? t('resetWhyMissing') : undefined);
    if (reason === '') return;
    onSubmit({
      reason,
      ...(note.trim() && { note: note.trim() }),
      ...(stopNow && reason === 'lost_or_stolen' && { stopNow: true }),
    });
  };
  return (
    <>
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
          <SwitchField label={t('stopNow')} helper={stopNowMeaning} checked={stopNow} onChange={setStopNow} />
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
        {error && <Banner tone="danger">{error}</Banner>}
        {children}
      </form>
    </>
  );
}
