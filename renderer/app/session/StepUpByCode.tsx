import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTransport } from '../../data/context.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { t } from '../words.ts';

interface Props {
  /** What it is for, where that isn't plain. */
  lead: string | undefined;
  onDone: () => void;
  onClose: () => void;
}

/** Confirms by a fresh code. */
export function StepUpByCode({ lead, onDone, onClose }: Props) {
  const transport = useTransport();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (digits: string) => {
    if (busy) return;
    if (digits.length < 6) return setError(t('typeSixDigits'));
    setBusy(true);
    setError(undefined);
    const result = await transport.call('me.stepUp', { code: digits });
    setBusy(false);
    if (!result.ok) return setError(result.error.detail);
    onDone();
  };
  return (
    <ConfirmDialog
      open
      title={t('confirmTitle')}
      confirmLabel={t('confirm')}
      busy={busy}
      onConfirm={() => void submit(code)}
      onClose={onClose}
    >
      {lead && <Typography sx={{ mb: 2, color: 'text.primary' }}>{lead}</Typography>}
      <Typography sx={{ mb: 4 }}>{t('freshCode')}</Typography>
      <CodeField
        label={t('authorizationCode')}
        value={code}
        onChange={setCode}
        onComplete={(digits) => void submit(digits)}
        error={error}
        busy={busy}
        autoFocus
      />
    </ConfirmDialog>
  );
}
