import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { PendingChange } from '../../contract/schemas.ts';
import { useWrite } from '../data/useWrite.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Field } from '../ui/Field.tsx';
import { useToast } from '../ui/Toasts.tsx';
import { t } from './words.ts';

export type Decision = 'approve' | 'withdraw';

const WORDS = {
  approve: {
    title: t('approveTitle'),
    outcome: (name: string) => t('approveOutcome', { name }),
    confirm: t('approve'),
    done: t('approved'),
  },
  withdraw: {
    title: t('withdrawTitle'),
    outcome: (name: string) => t('withdrawOutcome', { name }),
    confirm: t('withdraw'),
    done: t('withdrawn'),
  },
} as const;

interface Props {
  decision: Decision;
  change: PendingChange;
  onClose: () => void;
}

/** One press of a second person, with the change before their eyes. */
export function DecideChangeDialog({ decision, change, onClose }: Props) {
  const toast = useToast();
  const [note, setNote] = useState('');
  const words = WORDS[decision];
  const decide = useWrite(`pendingChanges.${decision}`, {
    onDone: () => {
      toast(words.done);
      onClose();
    },
  });
  const said = note.trim();
  return (
    <ConfirmDialog
      open
      title={words.title}
      confirmLabel={words.confirm}
      danger={decision === 'withdraw'}
      busy={decide.isPending}
      error={decide.error?.refusal}
      onConfirm={() => decide.mutate({ id: change.id, ...(said && { note: said }) })}
      onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600, color: 'text.primary', mb: 2, overflowWrap: 'anywhere' }}>
        {change.summary}
      </Typography>
      <Typography sx={{ mb: 4 }}>{words.outcome(change.requestedBy.name)}</Typography>
      <Field
        label={t('note')}
        optional
        value={note}
        onChange={(event) => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
      />
    </ConfirmDialog>
  );
}
