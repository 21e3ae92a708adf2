import { useState } from 'react';
import { LONGEST_VIEW_NAME } from '../../../contract/viewLists.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { t } from './words.ts';

interface Props {
  title: string;
  confirmLabel: string;
  /** What it is called now. */
  name?: string;
  busy: boolean;
  /** Why the server didn't take it. */
  refusal: string | undefined;
  /** Whether a view of that name is there, which this one would take the place of. */
  isTaken?: (name: string) => boolean;
  onName: (name: string) => void;
  onClose: () => void;
}

/** What a view is called. */
export function NameDialog({
  title,
  confirmLabel,
  name = '',
  busy,
  refusal,
  isTaken = () => false,
  onName,
  onClose,
}: Props) {
  const [typed, setTyped] = useState(name);
  const [isMissing, setMissing] = useState(false);
  const replaces = isTaken(typed.trim());
  return (
    <ConfirmDialog
      open
      title={title}
      confirmLabel={replaces ? t('replace') : confirmLabel}
      busy={busy}
      onConfirm={() => (typed.trim() === '' ? setMissing(true) : onName(typed.trim()))}
      onClose={onClose}
    >
      <Field
        autoFocus
        label={t('name')}
        value={typed}
        inputProps={{ maxLength: LONGEST_VIEW_NAME }}
        helper={t(replaces ? 'replaceMeans' : 'saveMeans')}
        error={isMissing ? t('nameMissing') : refusal}
        onChange={({ target }) => {
          setTyped(target.value);
          setMissing(false);
        }}
      />
    </ConfirmDialog>
  );
}
