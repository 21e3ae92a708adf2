import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../contract/paths.ts';
import type { ResetReason } from '../../contract/schemas.ts';
import { useWrite } from '../data/useWrite.ts';
import { ChoiceField } from '../ui/ChoiceField.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Field } from '../ui/Field.tsx';
import { RESET_REASONS } from './resetReasons.ts';
import { t } from './words.ts';

interface Props {
  title: string;
  /** For whom; null until somebody is chosen. */
  userId: string | null;
  noteHelper: string;
  /** What follows from it, and the choice of the person; `isAsked` once somebody tried to go on. */
  children: (isAsked: boolean) => ReactNode;
  onClose: () => void;
}

/** Opens a reset request on behalf of a caller, and goes on to it. */
export function OpenRequestDialog({ title, userId, noteHelper, children, onClose }: Props) {
  const navigate = useNavigate();
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const open = useWrite('resetRequests.open', {
    onDone: ({ id }) => void navigate(paths.resetRequest(id)),
  });
  const confirm = () => {
    setAsked(true);
    if (userId && reason) open.mutate({ userId, reason, note: note.trim() });
  };
  return (
    <ConfirmDialog
      open
      title={title}
      confirmLabel={t('openRequest')}
      busy={open.isPending}
      error={open.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      {children(isAsked)}
      <ChoiceField
        label={t('whatHappened')}
        options={RESET_REASONS}
        value={reason}
        onChange={setReason}
        error={isAsked && !reason ? t('chooseWhatHappened') : undefined}
      />
      <Field
        label={t('note')}
        optional
        multiline
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
        helper={noteHelper}
      />
    </ConfirmDialog>
  );
}
