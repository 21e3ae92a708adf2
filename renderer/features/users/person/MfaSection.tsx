import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../../contract/operations.ts';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import { useCan } from '../../../data/me.ts';
import { useRead } from '../../../data/useRead.ts';
import { allOf } from '../../../language/intl.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { DescriptionList, type Fact } from '../../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Section } from '../../../ui/Section.tsx';
import { wrongTriesSentence } from '../../../shared/wrongTriesSentence.ts';
import { driftSentence } from './driftSentence.ts';
import { rich, t } from '../words.ts';

/** The state of someone's MFA and why it is asked of them. */
export function MfaSection({ user }: { user: UserDetail }) {
  const { mfa } = user;
  const drift = driftSentence(user.clockDriftMinutes);
  const canSeeRequests = useCan('resets.read');
  const held = useHeld(user);
  return (
    <Section title={t('mfa')}>
      {mfa.locked && (
        <Banner tone="danger">
          {user.lockedAt
            ? rich('lockedByCodesAt', { when: <RelativeTime at={user.lockedAt} /> })
            : t('lockedByCodes')}
        </Banner>
      )}
      {user.openRequestId && (
        <Banner
          tone="warning"
          action={
            canSeeRequests && (
              <Button size="small" variant="outlined" href={paths.resetRequest(user.openRequestId)}>
                {t('openTheRequest')}
              </Button>
            )
          }
        >
          {t('requestWaits')}
        </Banner>
      )}
      {mfa.stopped && <Banner tone="danger">{t('allStopped', { name: user.name })}</Banner>}
      <WrongTries user={user} />
      <DescriptionList
        facts={[
          { term: t('state'), value: <StateFact user={user} /> },
          ...fact(t('authenticators'), held.length > 0 && <FactorsFact held={held} />),
          ...fact(t('counted'), countedWords(user)),
          { term: t('required'), value: <RequiredFact user={user} /> },
          ...fact(t('phoneClock'), drift),
          ...fact(t('activationCode'), user.activationDue && t('activationDue')),
        ]}
      />
    </Section>
  );
}

/** Where they count as having MFA; nothing where no system is connected, for then the state says it. */
function countedWords({ mfa, systems = [] }: UserDetail): string | null {
  if (systems.length === 0) return null;
  const places = [
    ...(mfa.state !== 'off' && !mfa.stopped ? [t('countedHere')] : []),
    ...systems.flatMap(({ name, counted }) => (counted?.withMfa ? [name] : [])),
  ];
  return places.length === 0 ? t('countedNowhere') : t('countedIn', { places: allOf(places) });
}

type Held = OutputOf<'users.factors'>['items'];

/** What somebody has, once it is more than the one app that the state tells of. */
function useHeld({ id, mfa }: UserDetail): Held {
  const factors = useRead('users.factors', { id }, { enabled: mfa.state !== 'off' });
  const items = factors.data?.items.filter(({ systemId }) => systemId === null) ?? [];
  return items.length > 1 || mfa.stopped ? items : [];
}

function FactorsFact({ held }: { held: Held }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {held.map(({ id, name, createdAt, lastUsedAt, stopped }) => (
        <li key={id}>
          {name}
          {stopped && <strong> · {t('factorStopped')}</strong>}
          <Typography variant="body2" color="textSecondary">
            {createdAt && rich('factorSetUp', { day: <RelativeTime at={createdAt} dayOnly /> })}
            {createdAt && lastUsedAt && ' · '}
            {lastUsedAt && rich('factorLastUsed', { time: <RelativeTime at={lastUsedAt} /> })}
          </Typography>
        </li>
      ))}
    </Box>
  );
}

/** Somebody who knows the password tries the activation code, or the person mistypes it. */
function WrongTries({ user: { activationTries, name } }: { user: UserDetail }) {
  if (!activationTries || activationTries.wrong === 0) return null;
  return activationTries.ended ? (
    <Banner tone="danger">{t('activationEnded', { name })}</Banner>
  ) : (
    <Banner tone="warning">{wrongTriesSentence(activationTries.wrong, name)}</Banner>
  );
}

const fact = (term: string, value: ReactNode): Fact[] => (value ? [{ term, value }] : []);

const STATE_WORDS: Record<UserDetail['mfa']['state'], string> = {
  on: t('stateOn'),
  off: t('stateOff'),
  reset_pending: t('stateResetPending'),
};
const STATE_SINCE = {
  on: 'stateOnSince',
  off: 'stateOffSince',
  reset_pending: 'stateResetPendingSince',
} as const;

const quiet = (inner: ReactNode) => (
  <Box component="span" sx={{ color: 'text.secondary' }}>
    {inner}
  </Box>
);

function StateFact({ user: { mfa } }: { user: UserDetail }) {
  if (mfa.external && mfa.state === 'off') return <>{t('stateExternal')}</>;
  if (!mfa.since) return <>{STATE_WORDS[mfa.state]}</>;
  return rich(STATE_SINCE[mfa.state], { day: <RelativeTime at={mfa.since} dayOnly />, quiet });
}

function RequiredFact({ user: { mfa, requiredBecause, exemption } }: { user: UserDetail }) {
  if (exemption) return <ExemptionFact exemption={exemption} />;
  if (!mfa.required) return <>{t('notRequired')}</>;
  return (
    <>
      {requiredBecause?.sentence ?? t('requiredYes')}
      {mfa.inGrace && mfa.graceEndsAt && (
        <Typography variant="body2">
          {rich('graceUntil', { when: <RelativeTime due at={mfa.graceEndsAt} /> })}
        </Typography>
      )}
      {mfa.inGrace && !mfa.graceEndsAt && <Typography variant="body2">{t('graceBegins')}</Typography>}
      {mfa.blocked && (
        <Typography variant="body2" sx={{ color: 'error.main' }}>
          {t('blockedWhy')}
        </Typography>
      )}
    </>
  );
}

function ExemptionFact({ exemption }: { exemption: NonNullable<UserDetail['exemption']> }) {
  const { reason, owner, endsAt, policyVersion } = exemption;
  const facts = {
    day: <RelativeTime due at={endsAt} dayOnly />,
    reason: reason.replace(/[.\s]+$/, ''),
    version: policyVersion,
  };
  return owner ? rich('exemptUntilOwner', { ...facts, owner: owner.name }) : rich('exemptUntil', facts);
}
