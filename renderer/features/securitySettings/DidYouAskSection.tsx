import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';

/**
 * A valid code during a lost-device request pauses it: whoever has the device is asked whose request it is. Nothing is
 * shown where there is nothing to answer.
 */
export function DidYouAskSection() {
  const own = useRead('me.resetRequest', {});
  const answer = useWrite('me.answerReset');
  const [denying, setDenying] = useState(false);
  const request = own.data?.request;
  if (!request?.paused) return null;
  const refusal = answer.error?.refusal;
  return (
    <Section title="Did you request this?">
      <Typography sx={{ mb: 4 }}>
        A reset of your multi-factor authentication was requested{' '}
        {request.openedByStaff ? 'by the help desk for a caller' : 'at the sign-in screen'},{' '}
        <RelativeTime at={request.openedAt} />. You signed in with your existing app since, so the reset waits
        until you say whose request it is.
      </Typography>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <SubmitButton
          variant="outlined"
          busy={answer.isPending}
          onClick={() => answer.mutate({ mine: true })}
        >
          Yes, I requested it
        </SubmitButton>
        <Button
          variant="contained"
          color="error"
          onClick={() => setDenying(true)}
          disabled={answer.isPending}
        >
          This wasn’t me
        </Button>
      </Box>
      <ConfirmDialog
        open={denying}
        title="Stop the reset request?"
        confirmLabel="This wasn’t me"
        danger
        busy={answer.isPending}
        error={refusal}
        onConfirm={() => answer.mutate({ mine: false })}
        onClose={() => setDenying(false)}
      >
        The request ends and your setup stays. Everyone is signed out of your account, and you are here, too.
        Your password has to be set anew by Forgot password, and the security officers are told.
      </ConfirmDialog>
    </Section>
  );
}
