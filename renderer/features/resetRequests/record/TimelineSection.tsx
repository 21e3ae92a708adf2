import Typography from '@mui/material/Typography';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { timelineItem } from './timelineItem.tsx';

/** Who did what, when; the newest on top. */
export function TimelineSection({ request }: { request: ResetRequest }) {
  // A reset is said once: by the request's own event.
  const told = request.history.filter(({ action }) => action !== 'mfa.reset');
  const items = told.map((event) => timelineItem(event, request)).toReversed();
  return (
    <Section title="Timeline">
      {items.length > 0 ? (
        <Timeline label="Timeline" items={items} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          Nothing is on record.
        </Typography>
      )}
    </Section>
  );
}
