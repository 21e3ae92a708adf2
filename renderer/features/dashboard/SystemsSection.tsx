import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { useCan } from '../../data/me.ts';
import { useRead } from '../../data/useRead.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { useNow } from '../../ui/useNow.ts';
import { rich, t } from './words.ts';

const linkTo = (href: string) => (words: ReactNode) => <Link href={href}>{words}</Link>;

type Watched = OutputOf<'resetRequests.outside'>['watched'][number];

/** From then on a secret's end is spoken of. */
const SECRET_SOON = 30 * 24 * 3_600_000;

/** Whether every reset in the connected systems went through here, and what keeps Gatehouse from them; nothing where there are none. */
export function SystemsSection() {
  const canRead = useCan('resets.read');
  const { data } = useRead('resetRequests.outside', { limit: 1 }, { enabled: canRead });
  if (!data || data.watched.length === 0) return null;
  return (
    <Section title={t('connectedSystems')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
        {data.watched.map((watched) => (
          <Box component="li" key={watched.systemId} sx={{ py: 1 }}>
            <WatchedLine watched={watched} />
          </Box>
        ))}
      </Box>
    </Section>
  );
}

function WatchedLine({ watched }: { watched: Watched }) {
  const { systemId, system, since, readAt, problem, found, secretEndsAt } = watched;
  const now = useNow();
  const begun = <RelativeTime at={since} dayOnly />;
  const ends = secretEndsAt === null ? null : Date.parse(secretEndsAt);
  return (
    <>
      {readAt !== null && found === 0 && rich('allThrough', { system, since: begun })}
      {found > 0 &&
        rich('notThrough', {
          system,
          since: begun,
          count: found,
          list: linkTo(paths.outside({ systemId })),
        })}
      {readAt === null && found === 0 && problem === null && t('notReadYet', { system })}
      {problem !== null && (
        <Box component="span" sx={{ display: 'block', color: 'error.main' }}>
          {readAt === null
            ? t('neverRead', { system, problem })
            : rich('unreadSince', { problem, at: <RelativeTime at={readAt} /> })}
        </Box>
      )}
      {secretEndsAt !== null && ends !== null && ends <= now + SECRET_SOON && (
        <Box component="span" sx={{ display: 'block', color: ends <= now ? 'error.main' : 'warning.main' }}>
          {rich(ends <= now ? 'secretEnded' : 'secretEnds', {
            system,
            at: <RelativeTime at={secretEndsAt} dayOnly due />,
          })}
        </Box>
      )}
    </>
  );
}
