import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { TIERS } from '../../../contract/requestStates.ts';
import { figure } from '../../language/intl.ts';
import { TIER_LOOK } from '../../shared/requestLook.ts';
import { DescriptionList } from '../../ui/DescriptionList.tsx';
import { FigureLink } from '../../ui/FigureLink.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Section } from '../../ui/Section.tsx';
import { duration } from '../../ui/time.ts';
import { rich, t } from './words.ts';

/** What waits for someone, and how long it takes. */
export function QueueSection({ queue }: Pick<OutputOf<'dashboard.get'>, 'queue'>) {
  return (
    <Section
      title={t('queue')}
      action={
        <Button size="small" href={paths.resetRequests()} sx={{ mr: -2.5 }}>
          {t('openQueue')}
        </Button>
      }
    >
      {queue.open === 0 && (
        <Typography sx={{ mb: 3 }}>
          {queue.lastDecidedAt
            ? rich('nothingWaitsSince', { at: <RelativeTime at={queue.lastDecidedAt} /> })
            : t('nothingWaits')}
        </Typography>
      )}
      <DescriptionList
        facts={[
          ...(queue.open > 0
            ? [
                {
                  term: t('waiting'),
                  value: <FigureLink href={paths.resetRequests()}>{figure(queue.open)}</FigureLink>,
                },
                ...TIERS.filter((tier) => queue.byTier[tier] > 0).map((tier) => ({
                  term: TIER_LOOK[tier].label,
                  value: (
                    <FigureLink href={paths.resetRequests({ tier })}>{figure(queue.byTier[tier])}</FigureLink>
                  ),
                })),
              ]
            : []),
          ...(queue.oldestAt ? [{ term: t('oldest'), value: <RelativeTime at={queue.oldestAt} /> }] : []),
          {
            term: t('medianTime'),
            value:
              queue.medianSecondsToDecide === null
                ? t('medianNone')
                : t('medianOver', { duration: duration(queue.medianSecondsToDecide * 1000) }),
          },
          ...(queue.open > 0 && queue.lastDecidedAt
            ? [{ term: t('lastDecided'), value: <RelativeTime at={queue.lastDecidedAt} /> }]
            : []),
        ]}
      />
    </Section>
  );
}
