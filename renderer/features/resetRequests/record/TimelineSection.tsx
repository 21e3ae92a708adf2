import Typography from '@mui/material/Typography';
import type { ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { lapseItem, timelineItem } from './timelineItem.tsx';
import { t } from '../words.ts';

/** Who did what, when; the newest on top. */
export function TimelineSection({ request }: { request: ResetRequest }) {
  // A reset is said once: by the request's own event.
  const told = request.history.filter(({ action }) => action !== 'mfa.reset');
  const items = [...told.map((event) => timelineItem(event, request)), ...lapseItem(request)].toReversed();
  return (
    <Section title={t('timeline')}>
      {items.length > 0 ? (
        <Timeline label={t('timeline')} items={items} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('nothingOnRecord')}
        </Typography>
      )}
    </Section>
  );
}
