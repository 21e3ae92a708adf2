import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { Section } from '../../ui/Section.tsx';
import { counted, shortDay } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';

interface Props {
  graceDue: OutputOf<'dashboard.get'>['graceDue'];
  inGrace: number;
}

const people = (count: number) => counted(count, 'person', 'people');

/** Who has to set up by when. */
export function GraceSection({ graceDue, inGrace }: Props) {
  const now = useNow();
  const dated = graceDue.reduce((sum, { count }) => sum + count, 0);
  const rows = [
    ...graceDue.map(({ day, count }) => ({
      ends: day,
      words: `By ${shortDay(`${day}T12:00:00Z`, now)}`,
      count,
    })),
    ...(inGrace > dated ? [{ ends: 'unset', words: 'Not signed in yet', count: inGrace - dated }] : []),
  ];
  return (
    <Section title="Grace ends">
      {rows.length === 0 ? (
        <Typography color="textSecondary">Nobody is in grace.</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
          {rows.map(({ ends, words, count }) => (
            <Box component="li" key={words} sx={{ display: 'flex', justifyContent: 'space-between', py: 1 }}>
              {words}
              <Link href={paths.users({ graceEnds: ends })}>{people(count)}</Link>
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
