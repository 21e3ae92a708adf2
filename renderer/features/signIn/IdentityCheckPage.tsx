import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { ATTESTOR_PATHS } from '../../../contract/attestor.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import { useRead } from '../../data/useRead.ts';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { RequestCode } from '../../shared/RequestCode.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { MailedLink, SpentLink } from './MailedLink.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { useLinkToken } from './useLinkToken.ts';
import { rich, t } from './words.ts';

/** Somebody about whom another system asks waits here for the help desk, and goes back there by itself. */
export function IdentityCheckPage() {
  const token = useLinkToken({ hide: true });
  const look = useRead('identityChecks.look', { token }, { enabled: token !== '', everyWhile: waits });
  const isOver = look.data?.isOver === true;
  useEffect(() => {
    if (isOver) window.location.replace(`${ATTESTOR_PATHS.check}/${encodeURIComponent(token)}`);
  }, [isOver, token]);
  if (token === '') return OVER;
  return (
    <MailedLink token={token} look={look} title={t('identityCheckTitle')} spent={OVER}>
      {(check) => <WaitingCard check={check} />}
    </MailedLink>
  );
}

const waits = ({ isOver }: OutputOf<'identityChecks.look'>) => !isOver;
const OVER = <SpentLink text={t('identityCheckOver')} />;

function WaitingCard({ check }: { check: OutputOf<'identityChecks.look'> }) {
  const { system, code, endsAt, isOver, helpDesk } = check;
  return (
    <OwnedCard
      width={520}
      footer={<LanguageChoice />}
      title={t('identityCheckTitle')}
      lead={t('identityCheckLead', { system })}
    >
      <RequestCode code={code} helpDesk={helpDesk} toDo={t('identityCheckReadOut')} />
      <Typography color="textSecondary" sx={{ mt: 4 }} role="status">
        {isOver
          ? t('identityCheckReturns', { system })
          : rich('identityCheckWaits', { system, time: <RelativeTime at={endsAt} due /> })}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
        {t('identityCheckNotYou')}
      </Typography>
    </OwnedCard>
  );
}
