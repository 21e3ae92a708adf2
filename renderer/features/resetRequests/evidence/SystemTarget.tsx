import { mdiAlertCircleOutline, mdiCheckCircleOutline, mdiClockOutline, mdiProgressClock } from '@mdi/js';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { useRead } from '../../../data/useRead.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { rich, t } from '../words.ts';

type Target = ResetRequest['targets'][number];
type System = NonNullable<Target['system']>;

const LOOKS = {
  planned: { icon: mdiClockOutline, label: t('targetPlanned'), tone: 'neutral' },
  sent: { icon: mdiProgressClock, label: t('targetSent'), tone: 'warning' },
  done: { icon: mdiCheckCircleOutline, label: t('targetDone'), tone: 'success' },
  failed: { icon: mdiAlertCircleOutline, label: t('targetFailed'), tone: 'danger' },
} as const;

interface Props {
  target: Target;
  system: System;
  /** The request waits to be carried out: what goes there can still be chosen. */
  isPlan: boolean;
  /** What the account has there now, in rows. */
  children?: ReactNode;
}

/** What goes in one connected system, how far that is, and what can't be done there. */
export function SystemTarget({ target, system, isPlan, children }: Props) {
  const { name, account, factors } = system;
  return (
    <Box component="section" aria-label={name} sx={{ mt: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, rowGap: 1 }}>
        <Typography variant="h3">{name}</Typography>
        {account && (
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {t('targetAccount', { account })}
          </Typography>
        )}
        {!isPlan && <StatusChip {...LOOKS[target.state]} />}
      </Box>
      {children}
      {factors.map((factor) => (
        <Box key={factor.id} sx={{ py: 1 }}>
          <div>{factor.name ?? factor.id}</div>
          <Typography variant="body2" color="textSecondary">
            {factor.createdAt && rich('factorSetUp', { day: <RelativeTime at={factor.createdAt} dayOnly /> })}
            {factor.createdAt && ' · '}
            {factor.goneAt
              ? rich('factorGone', { time: <RelativeTime at={factor.goneAt} /> })
              : t('factorNotGone')}
          </Typography>
        </Box>
      ))}
      <Sessions system={system} />
      <AccessThere system={system} />
      {target.sentence && (
        <Banner tone={target.state === 'failed' ? 'danger' : 'warning'}>
          {target.sentence}
          {system.triesAgainAt && ' '}
          {system.triesAgainAt && rich('triesAgain', { time: <RelativeTime at={system.triesAgainAt} due /> })}
        </Banner>
      )}
      {isPlan && !system.holds && target.factorIds?.length !== 0 && <CannotHold system={name} />}
    </Box>
  );
}

/** Said before anybody approves: the password alone may lead in there. */
function CannotHold({ system }: { system: string }) {
  const { data: policy } = useRead('policy.get', {});
  return (
    <Banner tone="warning">
      {t(policy?.holdRequired === true ? 'holdForbids' : 'cannotHold', { system })}
    </Banner>
  );
}

/** Who gets in there, since the factors went. */
function AccessThere({ system: { access } }: { system: System }) {
  if (!access) return null;
  return (
    <>
      <Typography variant="body2" color="textSecondary" sx={{ py: 1 }}>
        {access.until
          ? rich('accessOpen', { time: <RelativeTime at={access.until} due /> })
          : t('access', { state: access.state })}
      </Typography>
      {access.sentence && <Banner tone="warning">{access.sentence}</Banner>}
    </>
  );
}

function Sessions({ system: { sessions, sessionsAt } }: { system: System }) {
  if (sessions === null) return null;
  const time = sessionsAt && <RelativeTime at={sessionsAt} />;
  return (
    <Typography variant="body2" color="textSecondary" sx={{ py: 1 }}>
      {sessions === 'none'
        ? t('sessionsNone')
        : rich(sessions === 'ended' ? 'sessionsEnded' : 'sessionsAsked', { time })}
    </Typography>
  );
}
