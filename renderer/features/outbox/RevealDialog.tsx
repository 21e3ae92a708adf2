import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useShell } from '../../data/context.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import type { Mail } from './mailLook.ts';
import { MailText } from './MailText.tsx';
import { t } from './words.ts';

interface Props {
  mail: Mail;
  open: boolean;
  onClose: () => void;
}

/** Shows a mail that can't be sent, to be handed over in person. It is asked for once more, with a code, and audited. */
export function RevealDialog({ mail, open, onClose }: Props) {
  return (
    <TaskDialog open={open} title={t('revealQuestion', { to: mail.to })} onClose={onClose}>
      <Reveal mail={mail} onClose={onClose} />
    </TaskDialog>
  );
}

function Reveal({ mail, onClose }: Omit<Props, 'open'>) {
  const shell = useShell();
  const reveal = useWrite('outbox.reveal');
  const text = reveal.data?.text;
  useEffect(() => {
    if (text === undefined) return;
    shell.protectContent(true);
    return () => shell.protectContent(false);
  }, [shell, text]);
  if (text !== undefined) {
    return (
      <>
        <Typography color="textSecondary" sx={{ mb: 3 }}>
          {t('handOver')}
        </Typography>
        <MailText text={text} label={t('mail')} />
        <DialogFoot>
          <CopyButton label={t('copyText')} copy={() => shell.copySecret(text)} />
          <Button variant="contained" onClick={onClose}>
            {t('close')}
          </Button>
        </DialogFoot>
      </>
    );
  }
  return (
    <>
      <Typography sx={{ mb: 2 }}>{t('mayLetIn')}</Typography>
      <Typography color="textSecondary" sx={{ mb: 4 }}>
        {t('isLogged')}
      </Typography>
      {reveal.error?.refusal && <Banner tone="danger">{reveal.error.refusal}</Banner>}
      <DialogFoot>
        <Button variant="outlined" onClick={onClose}>
          {t('cancel')}
        </Button>
        <SubmitButton busy={reveal.isPending} onClick={() => reveal.mutate({ id: mail.id })}>
          {t('reveal')}
        </SubmitButton>
      </DialogFoot>
    </>
  );
}
