import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { MailedLink, SpentLink, lookOnce } from './MailedLink.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { useLinkToken } from './useLinkToken.ts';
import { rich, t } from './words.ts';

/** Behind the link in a mail about a pending change: opening it changes nothing, its one button withdraws the change. */
export function WithdrawChangePage() {
  const token = useLinkToken({ hide: true });
  const look = useRead('pendingChanges.lookAtLink', { token }, lookOnce(token));
  return (
    <MailedLink token={token} look={look} title={t('withdrawTitle')} spent={SPENT}>
      {(change) => <WithdrawCard key={token} token={token} change={change} />}
    </MailedLink>
  );
}

const SPENT = <SpentLink text={t('withdrawLinkSpent')} />;

function WithdrawCard({ token, change }: { token: string; change: OutputOf<'pendingChanges.lookAtLink'> }) {
  const withdraw = useWrite('pendingChanges.withdrawByLink');
  if (withdraw.isSuccess)
    return (
      <OwnedCard title={t('withdrawn')} lead={t('withdrawnLead')}>
        <Typography>{t('withdrawnWhoKnows')}</Typography>
      </OwnedCard>
    );
  if (withdraw.error?.code === 'invalid_token') return <SpentLink text={withdraw.error.message} />;
  const { summary, requestedBy, requestedAt, takesEffectAt } = change;
  return (
    <OwnedCard
      width={520}
      footer={<LanguageChoice />}
      title={t('withdrawTitle')}
      lead={rich('changeAskedBy', { name: requestedBy.name, time: <RelativeTime at={requestedAt} /> })}
    >
      <Typography sx={{ fontWeight: 600, mb: 3 }}>{summary}</Typography>
      <Typography color="textSecondary" sx={{ mb: 5 }}>
        {takesEffectAt === null
          ? t('changeWaitsForSecond')
          : rich('changeTakesEffect', { time: <RelativeTime at={takesEffectAt} due /> })}
      </Typography>
      {withdraw.error && <Banner tone="danger">{withdraw.error.message}</Banner>}
      <SubmitButton
        color="error"
        fullWidth
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ token })}
      >
        {t('withdraw')}
      </SubmitButton>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 4 }}>
        {t('isItAllRight')}
      </Typography>
    </OwnedCard>
  );
}
