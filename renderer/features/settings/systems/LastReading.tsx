import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { PeopleReading } from '../../../../contract/operations/peopleReadingSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { rich, t } from '../words.ts';
import { ReadPeopleList } from './ReadPeopleList.tsx';

/** What the last reading found, and the next one at once where somebody wants it. */
export function LastReading({ systemId, people }: { systemId: string; people: PeopleReading }) {
  const { counts, leftOut, gone, problem, readAt, underWay, nextAt } = people;
  const read = useWrite('settings.systems.readPeople');
  const now = useNow();
  const isDue = underWay || Date.parse(nextAt) <= now;
  return (
    <Box component="section" aria-label={t('lastReading')} sx={{ mb: 5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 3, mb: 3 }}>
        <Typography role="status" sx={{ flex: '1 1 240px' }}>
          {isDue
            ? t('readUnderWay')
            : readAt === null
              ? t('neverRead')
              : rich('lastRead', { time: <RelativeTime at={readAt} /> })}
        </Typography>
        <Button
          variant="outlined"
          size="small"
          disabled={isDue || read.isPending}
          onClick={() => read.mutate({ id: systemId })}
        >
          {t('readNow')}
        </Button>
      </Box>
      {read.error && <Banner tone="danger">{read.error.message}</Banner>}
      {problem !== null && <Banner tone="warning">{problem}</Banner>}
      {counts && (
        <Typography color="textSecondary" sx={{ mb: 4 }}>
          {t('readCounts', counts)}
        </Typography>
      )}
      {counts && (
        <ReadPeopleList
          title={t('readGroup', { what: 'left_out', count: counts.leftOut })}
          people={leftOut}
        />
      )}
      {gone.length > 0 && (
        <>
          <Typography component="h3" sx={{ fontWeight: 600, mb: 1 }}>
            {t('goneThere', { count: gone.length })}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, mb: 4, p: 0 }}>
            {gone.map(({ person, ...when }) => (
              <Box component="li" key={person.id} sx={{ py: 1 }}>
                <Link href={paths.user(person.id)}>{person.name}</Link>
                <Typography variant="body2" color="textSecondary">
                  <GoneLine {...when} />
                </Typography>
              </Box>
            ))}
          </Box>
        </>
      )}
    </Box>
  );
}

function GoneLine({ since, suspendsAt, suspended }: Omit<PeopleReading['gone'][number], 'person'>) {
  const day = <RelativeTime at={since} dayOnly />;
  if (suspended) return rich('goneSuspended', { day });
  if (suspendsAt === null) return rich('goneByHand', { day });
  return rich('goneUntil', { day, until: <RelativeTime at={suspendsAt} dayOnly due /> });
}
