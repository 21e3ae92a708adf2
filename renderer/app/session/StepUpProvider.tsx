import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { StepUpContext, useTransport } from '../../data/context.ts';
import { readAgain, STALE_AFTER_WRITE } from '../../data/stale.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { StepUpBySso } from './StepUpBySso.tsx';
import { t } from '../words.ts';

/**
 * Asks before a sensitive act for a code, or whoever signed in by SSO for a fresh sign-in there; over whatever is on screen, so
 * that nothing typed below is lost.
 */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const transport = useTransport();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [provider, setProvider] = useState<string>();
  const [lead, setLead] = useState<string>();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const settle = useRef<((done: boolean) => void) | undefined>(undefined);

  const stepUp = useCallback(
    (what?: string) => {
      setLead(what);
      setCode('');
      setError(undefined);
      setProvider(client.getQueryData<OutputOf<'me.get'>>(['me.get', {}])?.session.sso?.name);
      setOpen(true);
      return new Promise<boolean>((resolve) => {
        settle.current = resolve;
      });
    },
    [client],
  );
  const finish = (done: boolean) => {
    setOpen(false);
    settle.current?.(done);
    settle.current = undefined;
  };
  const submit = async (digits: string) => {
    if (busy) return;
    if (digits.length < 6) return setError(t('typeSixDigits'));
    setBusy(true);
    setError(undefined);
    const result = await transport.call('me.stepUp', { code: digits });
    setBusy(false);
    if (!result.ok) return setError(result.error.detail);
    confirmed();
  };
  const confirmed = () => {
    readAgain(client, STALE_AFTER_WRITE['me.stepUp']);
    finish(true);
  };

  return (
    <StepUpContext value={stepUp}>
      {children}
      {provider && (
        <StepUpBySso
          open={isOpen}
          lead={lead}
          provider={provider}
          onDone={confirmed}
          onClose={() => finish(false)}
        />
      )}
      <ConfirmDialog
        open={isOpen && !provider}
        title={t('confirmTitle')}
        confirmLabel={t('confirm')}
        busy={busy}
        onConfirm={() => void submit(code)}
        onClose={() => finish(false)}
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
    </StepUpContext>
  );
}
