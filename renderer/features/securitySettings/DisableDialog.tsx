import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { RequestCode } from '../../shared/RequestCode.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { CodeField } from '../../ui/CodeField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { disableWords } from './disableWords.ts';

/** Asks for a current code. What follows is policy's: off at once, or Reset Pending with a code to read out. */
export function DisableDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [isPending, setPending] = useState(false);
  return (
    <TaskDialog
      open={open}
      title={isPending ? 'Reset Pending' : 'Disable Multi-Factor Authentication?'}
      onClose={onClose}
      onClosed={() => setPending(false)}
    >
      <DisableForm onPending={() => setPending(true)} onClose={onClose} />
    </TaskDialog>
  );
}

function DisableForm({ onPending, onClose }: { onPending: () => void; onClose: () => void }) {
  const me = useMe();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string>();
  const disable = useWrite('me.disable', {
    onDone: (output) => (output.state === 'off' ? onClose() : onPending()),
  });
  const submit = () => {
    setMissing(code.length < 6 ? 'Type the six digits that your authenticator app shows.' : undefined);
    if (code.length === 6 && !disable.isPending) disable.mutate({ code });
  };
  if (disable.data?.state === 'reset_pending') {
    return (
      <>
        <Typography sx={{ mb: 4 }}>
          An administrator will contact you to verify that the request is genuine. Until then sign in with
          your existing setup as before.
        </Typography>
        <RequestCode code={disable.data.requestCode} helpDesk={me.organisation.helpDesk} />
        <Button variant="contained" onClick={onClose} sx={{ mt: 5 }}>
          Done
        </Button>
      </>
    );
  }
  const isWrongCode = disable.error?.code === 'invalid_code';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Typography sx={{ mb: 4 }}>{disableWords(me)}</Typography>
      <CodeField
        label="Authorization Code"
        value={code}
        onChange={setCode}
        error={missing ?? (isWrongCode ? disable.error?.message : undefined)}
        busy={disable.isPending}
        autoFocus
      />
      {disable.error && !isWrongCode && <Banner tone="danger">{disable.error.message}</Banner>}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <SubmitButton color="error" busy={disable.isPending}>
          Disable
        </SubmitButton>
        <Button variant="outlined" onClick={onClose}>
          Cancel
        </Button>
      </Box>
    </form>
  );
}
