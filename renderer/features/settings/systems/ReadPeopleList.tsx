import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PeopleCounts, ReadPerson } from '../../../../contract/operations/peopleReadingSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import type { ReadAs } from '../../../../contract/systems.ts';
import { t } from '../words.ts';

/** People who are shown at first. */
const SHOWN = 5;

const COUNTED: Record<ReadAs, 'added' | 'changed' | 'leftOut' | 'gone'> = {
  added: 'added',
  changed: 'changed',
  left_out: 'leftOut',
  gone: 'gone',
};

/** How many of a reading were made that of. */
export const countOf = (counts: PeopleCounts, what: ReadAs): number => counts[COUNTED[what]];

/** People of a reading by name, each with what is said of them; nothing where there is nobody. */
export function ReadPeopleList({ title, people }: { title: string; people: readonly ReadPerson[] }) {
  const [isWhole, setWhole] = useState(false);
  if (people.length === 0) return null;
  const shown = isWhole ? people : people.slice(0, SHOWN);
  return (
    <Box sx={{ mb: 4 }}>
      <Typography component="h3" sx={{ fontWeight: 600, mb: 1 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map(({ account, name, userId, says }, index) => (
          <Box component="li" key={index} sx={{ py: 1, overflowWrap: 'anywhere' }}>
            {userId === null ? (name ?? account) : <Link href={paths.user(userId)}>{name ?? account}</Link>}
            {name !== null && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                {account}
              </Box>
            )}
            {says !== '' && (
              <Typography variant="body2" color="textSecondary">
                {says}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
      {shown.length < people.length && (
        <Button size="small" onClick={() => setWhole(true)}>
          {t('readShowMore', { count: people.length - shown.length })}
        </Button>
      )}
    </Box>
  );
}
