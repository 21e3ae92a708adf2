import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { usePages } from '../../../data/useRead.ts';
import { EventTimeline } from '../../../shared/EventTimeline.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Loaded } from '../../../ui/states.tsx';

/** What happened with this account, newest first. */
export function HistorySection({ id }: { id: string }) {
  const history = usePages('users.history', { id, limit: 15 });
  return (
    <Section title="History">
      <Loaded query={{ ...history, data: history.items }}>
        {(events) => (
          <>
            {events.length === 0 && <Typography color="textSecondary">Nothing has happened yet.</Typography>}
            <EventTimeline label="History" events={events} ownerId={id} />
            {history.more && (
              <Button
                size="small"
                variant="outlined"
                onClick={history.more.onMore}
                loading={history.more.busy}
              >
                Show more
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
