import Typography from '@mui/material/Typography';
import type { ComponentProps } from 'react';
import { ShowMore } from '../ui/ShowMore.tsx';
import { Loaded } from '../ui/states.tsx';
import { EventTimeline } from './EventTimeline.tsx';
import { t } from './words.ts';

interface Props {
  label: string;
  /** What usePages answers. */
  history: {
    items: ComponentProps<typeof EventTimeline>['events'] | undefined;
    more: { onMore: () => void; busy: boolean } | undefined;
    error: Error | null;
    refetch: () => unknown;
  };
  ownerId: string;
}

/** An account's history page by page, newest first. */
export function EventHistory({ label, history, ownerId }: Props) {
  const { items, more, error, refetch } = history;
  return (
    <Loaded query={{ data: items, error, refetch }}>
      {(events) => (
        <>
          {events.length === 0 && <Typography color="textSecondary">{t('nothingYet')}</Typography>}
          <EventTimeline label={label} events={events} ownerId={ownerId} />
          {more && <ShowMore {...more} />}
        </>
      )}
    </Loaded>
  );
}
