import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PendingChange } from '../../contract/schemas.ts';
import { useCan, useMe } from '../data/me.ts';
import { useRead } from '../data/useRead.ts';
import { ActionList, ActionRow } from '../ui/ActionList.tsx';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { Section } from '../ui/Section.tsx';
import { Loaded } from '../ui/states.tsx';
import { DecideChangeDialog, type Decision } from './DecideChangeDialog.tsx';

/** Changes that do nothing yet: shown to those who may decide them, and only while there are any. */
export function WaitingChanges() {
  const mayDecide = useCan('changes.decide');
  const changes = useRead('pendingChanges.list', {}, { enabled: mayDecide });
  const [open, setOpen] = useState<{ decision: Decision; change: PendingChange }>();
  if (!mayDecide || changes.data?.items.length === 0) return null;
  // While they load nothing is shown: most of the time there are none.
  if (!changes.data && !changes.error) return null;
  return (
    <Section
      title="Waiting for a second person"
      lead="These changes take effect when a second person agrees: not the one who asked, and nobody whose account they set up."
    >
      <Loaded query={changes}>
        {({ items }) => (
          <ActionList>
            {items.map((change) => (
              <ChangeRow
                key={change.id}
                change={change}
                onDecide={(decision) => setOpen({ decision, change })}
              />
            ))}
          </ActionList>
        )}
      </Loaded>
      {open && <DecideChangeDialog {...open} onClose={() => setOpen(undefined)} />}
    </Section>
  );
}

interface RowProps {
  change: PendingChange;
  onDecide: (decision: Decision) => void;
}

function ChangeRow({ change, onDecide }: RowProps) {
  const { summary, requestedBy, requestedAt, takesEffectAt, endsAt, mayApprove } = change;
  const isOwn = useMe().user.id === requestedBy.id;
  return (
    <ActionRow
      actions={
        <>
          {mayApprove.allowed && (
            <Button
              size="small"
              variant="outlined"
              aria-label={`Approve: ${summary}`}
              onClick={() => onDecide('approve')}
            >
              Approve…
            </Button>
          )}
          <Button size="small" aria-label={`Withdraw: ${summary}`} onClick={() => onDecide('withdraw')}>
            Withdraw…
          </Button>
        </>
      }
    >
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{summary}</Typography>
      <Typography variant="body2" color="textSecondary">
        {isOwn ? 'You' : requestedBy.name} asked <RelativeTime at={requestedAt} />.{' '}
        {takesEffectAt === null ? (
          <>
            Ends without effect on <RelativeTime at={endsAt} dayOnly /> if nobody agrees.
          </>
        ) : (
          <>
            Takes effect by itself on <RelativeTime at={takesEffectAt} />.
          </>
        )}
      </Typography>
      {!isOwn && mayApprove.refusal && (
        <Typography variant="body2" color="textSecondary">
          {mayApprove.refusal}
        </Typography>
      )}
    </ActionRow>
  );
}
