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
import { rich, t } from './words.ts';

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
    <Section title={t('didYouAsk')}>
      <Typography sx={{ mb: 4 }}>
        {rich(request.openedByStaff ? 'askedByHelpDesk' : 'askedInYourName', {
          time: <RelativeTime at={request.openedAt} />,
        })}
      </Typography>
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <SubmitButton
          variant="outlined"
          busy={answer.isPending}
          onClick={() => answer.mutate({ mine: true })}
        >
          {t('yesMine')}
        </SubmitButton>
        <Button
          variant="contained"
          color="error"
          onClick={() => setDenying(true)}
          disabled={answer.isPending}
        >
          {t('thisWasntMe')}
        </Button>
      </Box>
      <ConfirmDialog
        open={denying}
        title={t('stopTitle')}
        confirmLabel={t('thisWasntMe')}
        danger
        busy={answer.isPending}
        error={refusal}
        onConfirm={() => answer.mutate({ mine: false })}
        onClose={() => setDenying(false)}
      >
        {t('stopMeaning')}
      </ConfirmDialog>
    </Section>
  );
}
