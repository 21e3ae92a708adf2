import Button from '@mui/material/Button';
import { useState } from 'react';
import { useWrite } from '../../data/useWrite.ts';
import { DialogFoot } from '../../ui/DialogFoot.tsx';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import type { Authenticator } from './authenticator.ts';
import { t } from './words.ts';

interface Props {
  open: boolean;
  authenticator: Authenticator | undefined;
  onClose: () => void;
}

/** Calls an authenticator something. */
export function RenameAuthenticatorDialog({ open, authenticator, onClose }: Props) {
  return (
    <TaskDialog open={open} title={t('renameTitle')} onClose={onClose}>
      {authenticator && <RenameForm key={authenticator.id} authenticator={authenticator} onClose={onClose} />}
    </TaskDialog>
  );
}

function RenameForm({ authenticator, onClose }: Pick<Props, 'onClose'> & { authenticator: Authenticator }) {
  const [name, setName] = useState(authenticator.name);
  const [missing, setMissing] = useState<string>();
  const rename = useWrite('me.renameAuthenticator', { onDone: onClose });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isMissing = name.trim() === '';
        setMissing(isMissing ? t('nameMissing') : undefined);
        if (!isMissing && !rename.isPending) rename.mutate({ id: authenticator.id, name: name.trim() });
      }}
    >
      <Field
        label={t('authenticatorName')}
        autoFocus
        helper={t('authenticatorNameHelp')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={missing ?? rename.error?.message}
        inputProps={{ maxLength: 60 }}
      />
      <DialogFoot>
        <Button variant="outlined" onClick={onClose}>
          {t('cancel')}
        </Button>
        <SubmitButton busy={rename.isPending}>{t('rename')}</SubmitButton>
      </DialogFoot>
    </form>
  );
}
