import { mdiAlertOctagonOutline, mdiCircleMedium } from '@mdi/js';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { paths } from '../../../../contract/paths.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { figure } from '../../../language/intl.ts';
import { withCommands } from '../../../shared/withCommands.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { rich, t } from '../../words.ts';
import { useNotices, type Notice, type NoticeGroup } from './useNotices.ts';

type Kind = NoticeGroup['kind'];

/** What each kind is called, where all of it stands, and where one of it is acted upon. */
const KINDS: Record<Kind, { title: string; list: string; one: (id: string) => string }> = {
  waiting: {
    title: t('forYouRequests'),
    list: paths.resetRequests({ forMe: 'waiting' }),
    one: paths.resetRequest,
  },
  handed: {
    title: t('forYouHanded'),
    list: paths.resetRequests({ forMe: 'handed' }),
    one: paths.resetRequest,
  },
  change: { title: t('forYouChanges'), list: paths.dashboard(), one: paths.dashboard },
  exemption: { title: t('forYouExemptions'), list: paths.policy(), one: paths.user },
  trouble: {
    title: t('forYouTrouble'),
    list: paths.settings({ section: 'this-server' }),
    one: () => paths.settings({ section: 'this-server' }),
  },
};

/** What waits, by kind; once it is looked at, it is no longer new on any machine. */
export function NoticesList({ onFollow }: { onFollow: () => void }) {
  const { read, items } = useNotices();
  const { mutate } = useWrite('notices.see');
  const keys = items.map(({ key }) => key);
  // What was new when it was opened stays marked until it is closed.
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const arrived = items.filter(({ isNew, key }) => isNew && !fresh.has(key)).map(({ key }) => key);
  if (arrived.length > 0) setFresh(new Set([...fresh, ...arrived]));
  const isUnseen = items.some(({ isNew }) => isNew);
  const seen = isUnseen ? JSON.stringify(keys) : null;
  useEffect(() => {
    if (seen !== null) mutate({ keys: JSON.parse(seen) as string[] });
  }, [seen, mutate]);
  return (
    <Box sx={{ py: 4 }}>
      <Typography variant="h3" component="h2" sx={{ px: 4 }}>
        {t('forYou')}
      </Typography>
      <Loaded query={read}>
        {({ groups }) =>
          groups.length === 0 ? (
            <EmptyState title={t('forYouNothing')}>{t('forYouNothingHint')}</EmptyState>
          ) : (
            groups.map((group) => <Group key={group.kind} group={group} fresh={fresh} onFollow={onFollow} />)
          )
        }
      </Loaded>
    </Box>
  );
}

interface GroupProps {
  group: NoticeGroup;
  fresh: ReadonlySet<string>;
  onFollow: () => void;
}

function Group({ group: { kind, total, items }, fresh, onFollow }: GroupProps) {
  const { title, list, one } = KINDS[kind];
  const count = total.exact ? figure(total.count) : `${figure(total.count)}+`;
  return (
    <Box component="section" aria-label={title} sx={{ mt: 4 }}>
      <Link
        href={list}
        onClick={onFollow}
        underline="hover"
        sx={{
          display: 'flex',
          px: 4,
          mb: 1,
          fontSize: '0.8125rem',
          fontWeight: 600,
          color: 'text.secondary',
        }}
      >
        <Box component="span" sx={{ flex: 1 }}>
          {title}
        </Box>{' '}
        <span>{count}</span>
      </Link>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {items.map((item) => (
          <li key={item.key}>
            <Link
              href={one(item.id ?? '')}
              onClick={onFollow}
              underline="none"
              color="textPrimary"
              sx={{
                display: 'flex',
                alignItems: 'flex-start',
                gap: 3,
                px: 4,
                py: 2,
                '&:hover': { bgcolor: 'surface.hover' },
                '&.Mui-focusVisible, &:focus-visible': { outlineOffset: -2 },
              }}
            >
              <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
                {kind === 'trouble' ? withCommands(item.subject) : item.subject}
                <Facts kind={kind} item={item} />
              </Box>
              {fresh.has(item.key) && <StatusChip icon={mdiCircleMedium} label={t('isNew')} tone="accent" />}
            </Link>
          </li>
        ))}
      </Box>
      {total.count > items.length && (
        <Link href={list} onClick={onFollow} sx={{ display: 'block', px: 4, py: 2, fontSize: '0.8125rem' }}>
          {t('forYouMore', { count: total.count - items.length })}
        </Link>
      )}
    </Box>
  );
}

function Facts({ kind, item: { attack, at, by } }: { kind: Kind; item: Notice }) {
  if (at === null) return null;
  const when = <RelativeTime at={at} dayOnly={kind === 'exemption'} due={kind === 'exemption'} inRow />;
  return (
    <Typography variant="body2" color="textSecondary">
      {attack && (
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'error.main' }}>
          <Icon path={mdiAlertOctagonOutline} size={16} />
          {t('attackReported')}
        </Box>
      )}
      {kind === 'exemption'
        ? rich('endsAt', { at: when })
        : by !== null
          ? rich('handedBy', { name: by, at: when })
          : rich('askedFor', { at: when })}
    </Typography>
  );
}
