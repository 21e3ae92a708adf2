import Button from '@mui/material/Button';
import { useMe } from '../../data/me.ts';
import { usePages } from '../../data/useRead.ts';
import { EventTimeline } from '../../shared/EventTimeline.tsx';
import { Section } from '../../ui/Section.tsx';
import { Loaded } from '../../ui/states.tsx';

/** What happened with the own account: anything one doesn't recognise is worth a call to the help desk. */
export function HistorySection() {
  const { user } = useMe();
  const history = usePages('me.history', { limit: 10 });
  return (
    <Section
      title="History"
      lead="Something you don’t recognise? Change your password and tell the help desk."
    >
      <Loaded query={{ ...history, data: history.items }}>
        {(events) => (
          <>
            <EventTimeline label="Own history" events={events} ownerId={user.id} />
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
