import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Suspense, useState } from 'react';
import type { PendingChange } from '../../contract/schemas.ts';
import { useCan, useMe } from '../data/me.ts';
import { useRead } from '../data/useRead.ts';
import { ActionList, ActionRow } from '../ui/ActionList.tsx';
import { lazyPart } from '../ui/lazyPart.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Section } from '../ui/Section.tsx';
import { Loaded } from '../ui/states.tsx';
import { ConcernsLink } from './ConcernsLink.tsx';
import type { Decision } from './DecideChangeDialog.tsx';
import { rich, t } from './words.ts';

const DecideChangeDialog = lazyPart(() => import('./DecideChangeDialog.tsx'), 'DecideChangeDialog');

/**
 * Changes that do nothing yet: shown to those who may decide them, and only while there are any.
 *
 * @param userId of those only what is about this person, on their page
 */
export function WaitingChanges({ userId }: { userId?: string }) {
  const mayDecide = useCan('changes.decide');
  const changes = useRead('pendingChanges.list', {}, { enabled: mayDecide });
  const [open, setOpen] = useState<{ decision: Decision; change: PendingChange }>();
  const isHere = ({ concerns }: PendingChange) => userId === undefined || concerns?.userId === userId;
  if (!mayDecide || changes.data?.items.some(isHere) === false) return null;
  if (userId !== undefined && !changes.data) return null;
  // While they load nothing is shown: most of the time there are none.
  if (!changes.data && !changes.error) return null;
  return (
    <Section title={t('waitingTitle')} lead={t('waitingLead')}>
      <Loaded query={changes}>
        {({ items }) => (
          <ActionList>
            {items.filter(isHere).map((change) => (
              <ChangeRow
                key={change.id}
                change={change}
                isTheirPage={userId !== undefined}
                onDecide={(decision) => setOpen({ decision, change })}
              />
            ))}
          </ActionList>
        )}
      </Loaded>
      <Suspense fallback={null}>
        {open && <DecideChangeDialog {...open} onClose={() => setOpen(undefined)} />}
      </Suspense>
    </Section>
  );
}

interface RowProps {
  change: PendingChange;
  isTheirPage: boolean;
  onDecide: (decision: Decision) => void;
}

function ChangeRow({ change, isTheirPage, onDecide }: RowProps) {
  const { summary, requestedBy, mayApprove } = change;
  const isOwn = useMe().user.id === requestedBy.id;
  return (
    <ActionRow
      actions={
        <>
          {mayApprove.allowed && (
            <Button
              size="small"
              variant="outlined"
              aria-label={t('approveSummary', { summary })}
              onClick={() => onDecide('approve')}
            >
              {t('approveEllipsis')}
            </Button>
          )}
          <Button
            size="small"
            variant="outlined"
            aria-label={t('withdrawSummary', { summary })}
            onClick={() => onDecide('withdraw')}
          >
            {t('withdrawEllipsis')}
          </Button>
        </>
      }
    >
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{summary}</Typography>
      {!isTheirPage && <ConcernsLink concerns={change.concerns} />}
      <Typography variant="body2" color="textSecondary">
        {asked(change, isOwn)}
      </Typography>
      {!isOwn && mayApprove.refusal && (
        <Typography variant="body2" color="textSecondary">
          {mayApprove.refusal}
        </Typography>
      )}
    </ActionRow>
  );
}

/** Who asked, and how it ends by itself. */
function asked({ requestedBy: { name }, requestedAt, takesEffectAt, endsAt }: PendingChange, isOwn: boolean) {
  const since = <RelativeTime at={requestedAt} />;
  if (takesEffectAt === null) {
    const values = { asked: since, end: <RelativeTime at={endsAt} dayOnly due /> };
    return isOwn ? rich('youAskedEnds', values) : rich('nameAskedEnds', { name, ...values });
  }
  const values = { asked: since, date: <RelativeTime at={takesEffectAt} due /> };
  return isOwn ? rich('youAskedTakesEffect', values) : rich('nameAskedTakesEffect', { name, ...values });
}
