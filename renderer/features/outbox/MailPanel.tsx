import { mdiAccountMultipleCheckOutline, mdiEyeOutline, mdiSend } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { figure } from '../../language/intl.ts';
import { UnreadDetail } from '../../shared/UnreadDetail.tsx';
import { Address } from '../../ui/Address.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Detail } from '../../ui/ListDetail.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { kindWords } from './mailKinds.ts';
import { MAIL_STATES, type Mail } from './mailLook.ts';
import { MailText } from './MailText.tsx';
import { RevealDialog } from './RevealDialog.tsx';
import { t } from './words.ts';

interface Props {
  id: string;
  /** As the list has it. */
  listed: Mail | undefined;
  isConfigured: boolean;
  onClose: () => void;
}

/** One mail, also one that the list doesn't show: whoever opens its address has another page of it. */
export function MailPanel({ id, listed, isConfigured, onClose }: Props) {
  const { data, error, refetch } = useRead('outbox.get', { id }, { enabled: !listed });
  const mail = listed ?? data;
  if (mail) return <MailDetail mail={mail} isConfigured={isConfigured} onClose={onClose} />;
  return (
    <UnreadDetail
      title={t('mail')}
      error={error}
      notThere={t('noSuchMail')}
      onRetry={() => void refetch()}
      onClose={onClose}
    />
  );
}

type DetailProps = Pick<Props, 'isConfigured' | 'onClose'> & { mail: Mail };

/** Where it stands, why it isn't sent, its text with codes and links masked. */
function MailDetail({ mail, isConfigured, onClose }: DetailProps) {
  const toast = useToast();
  const canReveal = useCan('resets.decide');
  const [isRevealing, setRevealing] = useState(false);
  const isOffered = mail.revealable && canReveal;
  const may = useRead('outbox.mayReveal', { id: mail.id }, { enabled: isOffered });
  const whyNot = useId();
  const retry = useWrite('outbox.retry', { onDone: () => toast(t('triedNow')) });
  const ask = useWrite('outbox.askReveal', { onDone: () => toast(t('revealAsked')) });
  return (
    <Detail title={mail.subject} lead={<StatusChip {...MAIL_STATES[mail.state]} />} onClose={onClose}>
      {mail.lastError && mail.state !== 'sent' && (
        <Banner tone={mail.state === 'failed' ? 'danger' : 'warning'}>
          {t(mail.state === 'failed' ? 'refusedForGood' : 'serverSays', { words: mail.lastError })}
        </Banner>
      )}
      <Section title={t('delivery')}>
        <DescriptionList
          facts={[
            { term: t('to'), value: <Address>{mail.to}</Address> },
            { term: t('kind'), value: kindWords(mail.kind) },
            { term: t('created'), value: <RelativeTime at={mail.createdAt} /> },
            ...(mail.sentAt ? [{ term: t('sent'), value: <RelativeTime at={mail.sentAt} /> }] : []),
            { term: t('attempts'), value: figure(mail.attempts) },
            ...(isConfigured && mail.nextAttemptAt
              ? [{ term: t('nextAttempt'), value: <RelativeTime at={mail.nextAttemptAt} /> }]
              : []),
          ]}
        />
        {mail.state !== 'sent' && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 4 }}>
            {isConfigured && (
              <SubmitButton
                variant="outlined"
                startIcon={<Icon path={mdiSend} size={16} />}
                busy={retry.isPending}
                onClick={() => retry.mutate({ id: mail.id })}
              >
                {t(mail.state === 'failed' ? 'sendAgain' : 'tryNow')}
              </SubmitButton>
            )}
            {isOffered && may.data?.canAsk && (
              <SubmitButton
                variant="outlined"
                startIcon={<Icon path={mdiAccountMultipleCheckOutline} size={18} />}
                busy={ask.isPending}
                aria-describedby={whyNot}
                onClick={() => ask.mutate({ id: mail.id })}
              >
                {t('askReveal')}
              </SubmitButton>
            )}
            {isOffered && !may.data?.canAsk && (
              <Button
                variant="outlined"
                disabled={!may.data?.allowed}
                aria-describedby={may.data?.refusal ? whyNot : undefined}
                startIcon={<Icon path={mdiEyeOutline} size={18} />}
                onClick={() => setRevealing(true)}
              >
                {t('revealOffer')}
              </Button>
            )}
          </Box>
        )}
        {isOffered && may.data?.refusal && (
          <Typography id={whyNot} variant="body2" color="textSecondary" sx={{ mt: 2 }}>
            {may.data.refusal}
          </Typography>
        )}
        {may.error && <Banner tone="warning">{may.error.message}</Banner>}
        {ask.error && <Banner tone="danger">{ask.error.message}</Banner>}
        {retry.error && <Banner tone="danger">{retry.error.message}</Banner>}
      </Section>
      <Section title={t('text')} lead={t('textLead')}>
        {mail.preview ? (
          <MailText text={mail.preview} label={t('maskedText')} />
        ) : (
          <Typography color="textSecondary">{t('erased')}</Typography>
        )}
      </Section>
      <RevealDialog mail={mail} open={isRevealing} onClose={() => setRevealing(false)} />
    </Detail>
  );
}
