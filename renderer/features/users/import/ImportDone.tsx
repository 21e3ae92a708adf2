import { mdiCheckCircleOutline } from '@mdi/js';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { OutputOf } from '../../../../contract/operations.ts';
import { paths } from '../../../../contract/paths.ts';
import { EmptyState } from '../../../ui/states.tsx';
import { Section } from '../../../ui/Section.tsx';
import { counted } from '../../../ui/time.ts';
import { hrOutcome } from './hrWords.ts';

/** What the import did, and where to go from there. */
export function ImportDone({ report, onMore }: { report: OutputOf<'users.import'>; onMore: () => void }) {
  const waits = hrOutcome(report);
  return (
    <Section>
      <EmptyState
        icon={mdiCheckCircleOutline}
        title={`${counted(report.imported, 'person', 'people')} imported`}
        action={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 2 }}>
            <Button variant="contained" href={paths.users()}>
              See users
            </Button>
            <Button variant="outlined" onClick={onMore}>
              Import more
            </Button>
          </Box>
        }
      >
        <span role="status">
          {report.skipped > 0 && `${counted(report.skipped, 'row')} left out. `}
          The mails with their set-up links are in the outbox.
          {waits && ` ${waits}`}
        </span>
      </EmptyState>
    </Section>
  );
}
