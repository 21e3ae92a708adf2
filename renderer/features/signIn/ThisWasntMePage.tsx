import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { MailedLink, SpentLink, lookOnce } from './MailedLink.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { useLinkToken } from './useLinkToken.ts';

/**
 * Behind *this wasn't me* in a mail. Opening it changes nothing, because mail scanners follow links; its one button acts
 * (S-33).
 */
export function ThisWasntMePage() {
  const token = useLinkToken({ hide: true });
  const look = useRead('resetRequests.lookAtLink', { token }, lookOnce(token));
  return (
    <MailedLink token={token} look={look} title="This wasn’t me" spent={SPENT}>
      {(link) => <StopCard key={token} token={token} link={link} />}
    </MailedLink>
  );
}

const SPENT = (
  <SpentLink text="It works while a reset request is open and for 7 days after the reset. Is something wrong with your account? Tell your help desk at once." />
);

function StopCard({ token, link }: { token: string; link: OutputOf<'resetRequests.lookAtLink'> }) {
  const veto = useWrite('resetRequests.veto');
  if (veto.isSuccess) return <Stopped />;
  if (veto.error?.code === 'invalid_token') return <SpentLink text={veto.error.message} />;
  const { name, username, openedAt, done, checks } = link;
  return (
    <OwnedCard
      width={520}
      title="This wasn’t me"
      lead={
        <>
          {done
            ? 'Multi-factor authentication was reset for '
            : 'Someone asked to reset multi-factor authentication for '}
          {name} ({username}), <RelativeTime at={openedAt} />.
        </>
      }
    >
      {checks.length > 0 && (
        <Box sx={{ mb: 5 }}>
          <Typography sx={{ fontWeight: 600, mb: 1 }}>What the help desk wrote down</Typography>
          <Box component="ul" sx={{ m: 0, pl: 5 }}>
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </Box>
        </Box>
      )}
      <Typography sx={{ fontWeight: 600, mb: 1 }}>If you didn’t ask for it, stop it here</Typography>
      <Box component="ul" sx={{ m: 0, mb: 5, pl: 5, color: 'text.secondary' }}>
        <li>
          {done
            ? 'Nobody can set up a new phone for your account.'
            : 'The request ends. Your existing setup stays.'}
        </li>
        <li>Everyone is signed out of your account.</li>
        <li>Your password no longer works; choose a new one by Forgot password.</li>
        <li>The security officers are told.</li>
      </Box>
      {veto.error && <Banner tone="danger">{veto.error.message}</Banner>}
      <SubmitButton color="error" fullWidth busy={veto.isPending} onClick={() => veto.mutate({ token })}>
        Stop it and secure my account
      </SubmitButton>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 4 }}>
        Did you ask for it? Close this page; nothing changes.
      </Typography>
    </OwnedCard>
  );
}

function Stopped() {
  return (
    <OwnedCard
      title="Stopped"
      lead="Everyone is signed out of your account, and the security officers know. Choose a new password now: the old one no longer works."
    >
      <Button variant="contained" fullWidth href={paths.forgotPassword()} autoFocus>
        Choose a new password
      </Button>
    </OwnedCard>
  );
}
