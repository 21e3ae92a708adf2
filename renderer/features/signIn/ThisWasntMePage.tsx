import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
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

/**
 * Behind *this wasn't me* in a mail. Opening it changes nothing, because mail scanners follow links; its one button acts
 * (S-33).
 */
export function ThisWasntMePage() {
  const token = useLinkToken({ hide: true });
  const look = useRead('resetRequests.lookAtLink', { token }, lookOnce(token));
  return (
    <MailedLink token={token} look={look} title={t('thisWasntMe')} spent={SPENT}>
      {(link) => <StopCard key={token} token={token} link={link} />}
    </MailedLink>
  );
}

const SPENT = <SpentLink text={t('stopLinkSpent')} />;

function StopCard({ token, link }: { token: string; link: OutputOf<'resetRequests.lookAtLink'> }) {
  const veto = useWrite('resetRequests.veto');
  if (veto.isSuccess) return <Stopped />;
  if (veto.error?.code === 'invalid_token') return <SpentLink text={veto.error.message} />;
  const { about, name, username, openedAt, done, checks } = link;
  const isStop = about === 'authenticator';
  return (
    <OwnedCard
      width={520}
      footer={<LanguageChoice />}
      title={t('thisWasntMe')}
      lead={rich(isStop ? 'authenticatorWasStopped' : done ? 'resetWasDone' : 'resetWasAsked', {
        name,
        username,
        time: <RelativeTime at={openedAt} />,
      })}
    >
      {checks.length > 0 && (
        <Box sx={{ mb: 5 }}>
          <Typography sx={{ fontWeight: 600, mb: 1 }}>{t('whatHelpDeskRecorded')}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 5 }}>
            {checks.map((check) => (
              <li key={check}>{check}</li>
            ))}
          </Box>
        </Box>
      )}
      <Typography sx={{ fontWeight: 600, mb: 1 }}>{isStop ? t('turnOnHere') : t('stopItHere')}</Typography>
      <Box component="ul" sx={{ m: 0, mb: 5, pl: 5, color: 'text.secondary' }}>
        <li>{isStop ? t('stopTurnsOn') : done ? t('stopBlocksSetup') : t('stopEndsRequest')}</li>
        <li>{t('stopSignsOut')}</li>
        <li>{t('stopVoidsPassword')}</li>
        <li>{t('stopTellsOfficers')}</li>
      </Box>
      {veto.error && <Banner tone="danger">{veto.error.message}</Banner>}
      <SubmitButton color="error" fullWidth busy={veto.isPending} onClick={() => veto.mutate({ token })}>
        {isStop ? t('turnItOn') : t('stopIt')}
      </SubmitButton>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 4 }}>
        {isStop ? t('didYouStop') : t('didYouAsk')}
      </Typography>
    </OwnedCard>
  );
}

function Stopped() {
  return (
    <OwnedCard title={t('stopped')} lead={t('stoppedLead')}>
      <Button variant="contained" fullWidth href={paths.forgotPassword()} autoFocus>
        {t('chooseNewPassword')}
      </Button>
    </OwnedCard>
  );
}
