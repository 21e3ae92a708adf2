import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { UserDetail } from '../../../../contract/operations/userSchemas.ts';
import { useMe } from '../../../data/me.ts';
import { showRefusal } from '../../../data/formErrors.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { grouped } from '../../../shared/phoneNumbers.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { FormFoot } from '../../../ui/FormFoot.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { PersonFields } from './PersonFields.tsx';
import { profileOf, type PersonValues } from './userForm.ts';
import { t } from '../words.ts';

/** A move that frees somebody, and what the server says of it. */
interface Freeing {
  department: string | null;
  sentence: string;
}

/** Profile and contacts. Only what was changed is sent; contacts ask for a code, and so does a move that frees from MFA, which asks twice. */
export function EditUserDialog({ user, onClose }: { user: UserDetail; onClose: () => void }) {
  const toast = useToast();
  const { country } = useMe().organisation;
  const [refusal, setRefusal] = useState<string>();
  const [isEmailRight, setEmailRight] = useState(false);
  const [freeing, setFreeing] = useState<Freeing>();
  const form = useForm<PersonValues>({
    defaultValues: {
      name: user.name,
      email: user.email,
      department: user.department ?? '',
      phone: grouped(user.phone.value ?? ''),
      mobile: grouped(user.mobile.value ?? ''),
      manager: user.manager,
    },
  });
  const update = useWrite('users.update', {
    onDone: (changed) => {
      toast('pendingChange' in changed ? keptToast(changed) : t('userChanged', { name: changed.name }));
      onClose();
    },
  });
  const submit = form.handleSubmit((values) => {
    setRefusal(undefined);
    const profile = profileOf(values, country);
    const changes = { ...changedIn(profile, user), ...(isEmailRight && { email: profile.email }) };
    if (Object.keys(changes).length === 0) return onClose();
    const { department } = profile;
    // What was said of another department confirms nothing.
    const confirmed = freeing !== undefined && freeing.department === department;
    update.mutate(
      { id: user.id, ...changes, ...(confirmed && { confirmFreed: true }) },
      {
        onError: (error) => {
          const frees = error.code === 'confirm_freed';
          setFreeing(frees ? { department, sentence: error.message } : undefined);
          setRefusal(frees ? undefined : showRefusal(form, error));
        },
      },
    );
  });
  return (
    <TaskDialog open title={t('editUser', { name: user.name })} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {user.emailAltered && (
          <>
            <Banner tone="warning">{t('emailAltered', { name: user.name })}</Banner>
            <FormControlLabel
              sx={{ mb: 4 }}
              control={
                <Checkbox
                  size="small"
                  checked={isEmailRight}
                  onChange={({ target }) => setEmailRight(target.checked)}
                />
              }
              label={t('emailConfirmed')}
            />
          </>
        )}
        <FormProvider {...form}>
          <PersonFields userId={user.id} autoFocus />
        </FormProvider>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 4 }}>
          {t('contactsOutcome')}
        </Typography>
        {freeing && <Banner tone="warning">{t('officersTold', { sentence: freeing.sentence })}</Banner>}
        <FormFoot
          refusal={refusal}
          label={freeing ? t('saveAndFree') : t('saveChanges')}
          busy={update.isPending}
          onCancel={onClose}
        />
      </form>
    </TaskDialog>
  );
}

function changedIn(profile: ReturnType<typeof profileOf>, user: UserDetail): Partial<typeof profile> {
  const before = {
    name: user.name,
    email: user.email,
    department: user.department,
    phone: user.phone.value,
    mobile: user.mobile.value,
    manager: user.manager?.username ?? null,
  };
  const names = Object.keys(before) as (keyof typeof before)[];
  return Object.fromEntries(
    names.filter((name) => profile[name] !== before[name]).map((name) => [name, profile[name]]),
  );
}
