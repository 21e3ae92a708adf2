import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { StepUpContext, useTransport } from '../../data/context.ts';
import { CodeField } from '../../ui/CodeField.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

/** Asks for a code before a sensitive act, over whatever is on screen, so that nothing typed below is lost. */
export function StepUpProvider({ children }: { children: ReactNode }) {
  const transport = useTransport();
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const settle = useRef<((done: boolean) => void) | undefined>(undefined);

  const stepUp = useCallback(() => {
    setCode('');
    setError(undefined);
    setOpen(true);
    return new Promise<boolean>((resolve) => {
      settle.current = resolve;
    });
  }, []);
  const finish = (done: boolean) => {
    setOpen(false);
    settle.current?.(done);
    settle.current = undefined;
  };
  const submit = async (digits: string) => {
    if (busy) return;
    if (digits.length < 6) return setError('Type the six digits that your authenticator app shows.');
    setBusy(true);
    setError(undefined);
    const result = await transport.call('me.stepUp', { code: digits });
    setBusy(false);
    if (!result.ok) return setError(result.error.detail);
    void client.invalidateQueries({ queryKey: ['me.get'] });
    finish(true);
  };

  return (
    <StepUpContext value={stepUp}>
      {children}
      <ConfirmDialog
        open={isOpen}
        title="Confirm it’s you"
        confirmLabel="Confirm"
        busy={busy}
        onConfirm={() => void submit(code)}
        onClose={() => finish(false)}
      >
        <Typography sx={{ mb: 4 }}>
          This needs a fresh code from your authenticator app. It is good for 5 minutes.
        </Typography>
        <CodeField
          label="Authorization Code"
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
