import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { FigureLink } from '../../ui/FigureLink.tsx';
import { Section } from '../../ui/Section.tsx';
import { dueDay } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';
import { t } from './words.ts';

interface Props {
  graceDue: OutputOf<'dashboard.get'>['graceDue'];
  inGrace: number;
}

/** All of it opens what its figure counts. */
const row = {
  position: 'relative',
  display: 'flex',
  justifyContent: 'space-between',
  gap: 3,
  mx: -2,
  px: 2,
  py: 1,
  borderRadius: '6px',
  '&:hover': { bgcolor: 'surface.hover' },
  '& a::after': { content: '""', position: 'absolute', inset: 0 },
} as const;

/** Who has to set up by when. */
export function GraceSection({ graceDue, inGrace }: Props) {
  const now = useNow();
  const dated = graceDue.reduce((sum, { count }) => sum + count, 0);
  const rows = [
    ...graceDue.map(({ day, count }) => ({
      ends: day,
      words: t('byDay', { day: dueDay(`${day}T12:00:00Z`, now) }),
      count,
    })),
    ...(inGrace > dated ? [{ ends: 'unset', words: t('notSignedIn'), count: inGrace - dated }] : []),
  ];
  return (
    <Section title={t('graceEnds')}>
      {rows.length === 0 ? (
        <Typography color="textSecondary">{t('nobodyInGrace')}</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.8125rem' }}>
          {rows.map(({ ends, words, count }) => (
            <Box component="li" key={words} sx={row}>
              {words}
              <FigureLink href={paths.users({ graceEnds: ends, status: 'active' })}>
                {t('people', { count })}
              </FigureLink>
            </Box>
          ))}
        </Box>
      )}
    </Section>
  );
}
