import { useNavigate } from 'react-router';
import { useState } from 'react';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { paths } from '../../../../contract/paths.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { RESET_REASONS } from '../../../shared/resetReasons.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';

/** On behalf of a caller: the request then goes its ordinary way, at a tier that asks for more evidence. */
export function OpenRequestDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const navigate = useNavigate();
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string>();
  const open = useWrite('resetRequests.open', {
    onDone: ({ id }) => void navigate(paths.resetRequest(id)),
  });
  const confirm = () => {
    if (!reason) return setMissing('Choose what the caller told you.');
    open.mutate({ userId: user.id, reason, note: note.trim() });
  };
  return (
    <ConfirmDialog
      open
      title={`Open a reset request for ${user.name}?`}
      confirmLabel="Open request"
      busy={open.isPending}
      error={open.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        They are told by mail at once. Nothing is reset before the evidence that policy asks for is recorded,
        and it asks for more because nobody proved to know the password.
      </p>
      <ChoiceField
        label="What happened"
        options={RESET_REASONS}
        value={reason}
        onChange={(chosen) => {
          setReason(chosen);
          setMissing(undefined);
        }}
        error={missing}
      />
      <Field
        label="Note"
        optional
        multiline
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
        helper="Who called, from where, what they said."
      />
    </ConfirmDialog>
  );
}
