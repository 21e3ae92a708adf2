import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { MailedLink, SpentLink, lookOnce } from './MailedLink.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { useLinkToken } from './useLinkToken.ts';

/** Behind the link in a mail about a pending change: opening it changes nothing, its one button withdraws the change. */
export function WithdrawChangePage() {
  const token = useLinkToken({ hide: true });
  const look = useRead('pendingChanges.lookAtLink', { token }, lookOnce(token));
  return (
    <MailedLink token={token} look={look} title="Withdraw a change" spent={SPENT}>
      {(change) => <WithdrawCard key={token} token={token} change={change} />}
    </MailedLink>
  );
}

const SPENT = (
  <SpentLink text="It works while the change waits. Is something wrong? Tell your help desk at once." />
);

function WithdrawCard({ token, change }: { token: string; change: OutputOf<'pendingChanges.lookAtLink'> }) {
  const withdraw = useWrite('pendingChanges.withdrawByLink');
  if (withdraw.isSuccess)
    return (
      <OwnedCard title="Withdrawn" lead="The change will not take effect.">
        <Typography>The administrators and security officers know. You can close this page.</Typography>
      </OwnedCard>
    );
  if (withdraw.error?.code === 'invalid_token') return <SpentLink text={withdraw.error.message} />;
  const { summary, requestedBy, requestedAt, takesEffectAt } = change;
  return (
    <OwnedCard
      width={520}
      title="Withdraw a change"
      lead={
        <>
          {requestedBy.name} asked for this, <RelativeTime at={requestedAt} />.
        </>
      }
    >
      <Typography sx={{ fontWeight: 600, mb: 3 }}>{summary}</Typography>
      <Typography color="textSecondary" sx={{ mb: 5 }}>
        {takesEffectAt === null ? (
          'It does nothing until a second person agrees to it.'
        ) : (
          <>
            It takes effect by itself, <RelativeTime at={takesEffectAt} />.
          </>
        )}
      </Typography>
      {withdraw.error && <Banner tone="danger">{withdraw.error.message}</Banner>}
      <SubmitButton
        color="error"
        fullWidth
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ token })}
      >
        Withdraw it
      </SubmitButton>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 4 }}>
        Is it all right? Close this page; nothing changes.
      </Typography>
    </OwnedCard>
  );
}
