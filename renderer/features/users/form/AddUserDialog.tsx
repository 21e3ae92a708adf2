import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { Role } from '../../../../contract/permissions.ts';
import { useMe } from '../../../data/me.ts';
import { showRefusal } from '../../../data/formErrors.ts';
import { useRead } from '../../../data/useRead.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { Field } from '../../../ui/Field.tsx';
import { FormFoot } from '../../../ui/FormFoot.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { useTaken } from '../../../ui/unsaved.ts';
import { PersonFields } from './PersonFields.tsx';
import { RoleChoices } from './RoleChoices.tsx';
import { profileOf, type PersonValues } from './userForm.ts';
import { t } from '../words.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  onAdded: (id: string) => void;
}

/** A new person, who is invited by mail where that can work. */
export function AddUserDialog({ open, onClose, onAdded }: Props) {
  return (
    <TaskDialog open={open} title={t('addUser')} onClose={onClose}>
      <AddUserForm onClose={onClose} onAdded={onAdded} />
    </TaskDialog>
  );
}

type NewPersonValues = PersonValues & { username: string };

function AddUserForm({ onClose, onAdded }: Omit<Props, 'open'>) {
  const toast = useToast();
  const taken = useTaken();
  const { country } = useMe().organisation;
  const isReady = useRead('invitations.get', {}).data?.lacks.length === 0;
  const [refusal, setRefusal] = useState<string>();
  const [roles, setRoles] = useState<Role[]>([]);
  // Few new people are staff.
  const [hasRoles, setHasRoles] = useState(false);
  const form = useForm<NewPersonValues>({
    defaultValues: {
      username: '',
      name: '',
      email: '',
      department: '',
      phone: '',
      mobile: '',
      manager: null,
    },
  });
  const create = useWrite('users.create', {
    onDone: ({ id, name }) => {
      taken();
      toast(t('userAdded', { name }));
      onClose();
      onAdded(id);
    },
  });
  const submit = form.handleSubmit(({ username, ...values }) => {
    setRefusal(undefined);
    create.mutate(
      { username: username.trim(), ...profileOf(values, country), roles, invite: isReady },
      { onError: (error) => setRefusal(showRefusal(form, error)) },
    );
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t('username')}
        autoFocus
        autoComplete="off"
        helper={t('usernameHelp')}
        inputProps={{ autoCapitalize: 'none', spellCheck: false }}
        error={form.formState.errors.username?.message}
        {...form.register('username', { required: t('typeUsername') })}
      />
      <FormProvider {...form}>
        <PersonFields />
      </FormProvider>
      {hasRoles ? (
        <RoleChoices roles={roles} onChange={setRoles} />
      ) : (
        <Button size="small" onClick={() => setHasRoles(true)} sx={{ ml: -2.5, mb: 2 }}>
          {t('giveRole')}
        </Button>
      )}
      <Typography variant="body2" color="textSecondary" sx={{ mb: 4 }}>
        {isReady ? t('setUpLinkFollows') : t('setUpLinkLater')}
      </Typography>
      <FormFoot refusal={refusal} label={t('addUser')} busy={create.isPending} onCancel={onClose} />
    </form>
  );
}
