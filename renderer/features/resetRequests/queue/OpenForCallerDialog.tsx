import { useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../../../contract/paths.ts';
import type { Person, ResetReason } from '../../../../contract/schemas.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { PersonPicker } from '../../../shared/PersonPicker.tsx';
import { RESET_REASONS } from '../../../shared/resetReasons.ts';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Field } from '../../../ui/Field.tsx';

/** Opens a request for someone who calls and can't get to the sign-in screen. */
export function OpenForCallerDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const [person, setPerson] = useState<Person | null>(null);
  const [reason, setReason] = useState<ResetReason | ''>('');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const open = useWrite('resetRequests.open', {
    onDone: ({ id }) => void navigate(paths.resetRequest(id)),
  });
  const confirm = () => {
    setAsked(true);
    if (person && reason) open.mutate({ userId: person.id, reason, note: note.trim() });
  };
  return (
    <ConfirmDialog
      open
      title="Open a request for a caller"
      confirmLabel="Open request"
      busy={open.isPending}
      error={open.error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        Quicker and safer is the sign-in screen: there the caller proves to know the password and gets a
        request code. Without that, policy asks for more evidence. The person is told by mail at once.
      </p>
      <PersonPicker
        label="Who the caller says they are"
        value={person}
        onChange={setPerson}
        error={isAsked && !person ? 'Choose the person.' : undefined}
      />
      <ChoiceField
        label="What happened"
        options={RESET_REASONS}
        value={reason}
        onChange={setReason}
        error={isAsked && !reason ? 'Choose what the caller told you.' : undefined}
      />
      <Field
        label="Note"
        optional
        multiline
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        inputProps={{ maxLength: 2000 }}
        helper="Which number called, what they said."
      />
    </ConfirmDialog>
  );
}
