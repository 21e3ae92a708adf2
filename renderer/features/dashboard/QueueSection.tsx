import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { TIERS } from '../../../contract/requestStates.ts';
import { TIER_LOOK } from '../../shared/requestLook.ts';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { duration } from '../../ui/time.ts';

/** What waits for someone, and how long it takes. */
export function QueueSection({ queue }: Pick<OutputOf<'dashboard.get'>, 'queue'>) {
  return (
    <Section
      title="Reset requests"
      action={
        <Button size="small" href={paths.resetRequests()} sx={{ mr: -2.5 }}>
          Open the queue
        </Button>
      }
    >
      {queue.open === 0 && (
        <Typography sx={{ mb: 3 }}>
          No request waits.
          {queue.lastDecidedAt && (
            <>
              {' '}
              The last one was decided <RelativeTime at={queue.lastDecidedAt} />.
            </>
          )}
        </Typography>
      )}
      <DescriptionList
        facts={[
          ...(queue.open > 0
            ? [
                { term: 'Waiting', value: <Link href={paths.resetRequests()}>{queue.open}</Link> },
                ...TIERS.filter((tier) => queue.byTier[tier] > 0).map((tier) => ({
                  term: TIER_LOOK[tier].label,
                  value: <Link href={paths.resetRequests({ tier })}>{queue.byTier[tier]}</Link>,
                })),
              ]
            : []),
          ...(queue.oldestAt ? [{ term: 'Oldest', value: <RelativeTime at={queue.oldestAt} /> }] : []),
          {
            term: 'Median time to decide',
            value:
              queue.medianSecondsToDecide === null
                ? 'Nothing decided in 30 days'
                : `${duration(queue.medianSecondsToDecide * 1000)}, over 30 days`,
          },
          ...(queue.open > 0 && queue.lastDecidedAt
            ? [{ term: 'Last decided', value: <RelativeTime at={queue.lastDecidedAt} /> }]
            : []),
        ]}
      />
    </Section>
  );
}
