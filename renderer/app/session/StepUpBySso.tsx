import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useShell } from '../../data/context.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

interface Props {
  open: boolean;
  provider: string;
  onDone: () => void;
  onClose: () => void;
}

/** Confirms by a fresh sign-in at the provider that made this session. */
export function StepUpBySso({ open, provider, onDone, onClose }: Props) {
  const { sso } = useShell();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const waiting = useRef<AbortController>(undefined);
  useEffect(() => () => waiting.current?.abort(), []);

  const begin = async () => {
    waiting.current?.abort();
    waiting.current = new AbortController();
    const { signal } = waiting.current;
    setBusy(true);
    setError(undefined);
    const result = await sso.stepUp(signal);
    if (signal.aborted) return;
    setBusy(false);
    if (result.ok) onDone();
    else setError(result.error.detail);
  };
  const close = () => {
    waiting.current?.abort();
    setBusy(false);
    setError(undefined);
    onClose();
  };
  return (
    <ConfirmDialog
      open={open}
      title="Confirm it’s you"
      // Not locked while it waits: a window that was closed by hand can't be noticed, so that one can begin again.
      confirmLabel={busy ? `Open ${provider} again` : `Continue with ${provider}`}
      error={error}
      onConfirm={() => void begin()}
      onClose={close}
    >
      <Typography role="status">
        {busy
          ? `Sign in in the window that has opened. This page goes on by itself.`
          : `This needs a fresh sign-in at ${provider}. It is good for 5 minutes.`}
      </Typography>
    </ConfirmDialog>
  );
}
