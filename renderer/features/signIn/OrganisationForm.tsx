import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useShell } from '../../data/context.ts';
import { showRefusal } from '../../data/formErrors.ts';
import { useWrite } from '../../data/useWrite.ts';
import { PASSWORD_HELP } from '../../shared/passwords.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { useUnsaved } from '../../ui/unsaved.ts';
import type { SetupChallenge } from './step.ts';
import { t } from './words.ts';

interface Props {
  /** From the printed link; empty where it has to be typed. */
  token: string;
  onCreated: (organisation: string, challenge: SetupChallenge) => void;
}

/** The organisation's name and its first administrator. */
export function OrganisationForm({ token, onCreated }: Props) {
  const form = useForm({
    defaultValues: { organisation: '', name: '', username: '', email: '', password: '', token: '' },
  });
  const { errors } = form.formState;
  const filled = useWatch({ control: form.control, name: ['organisation', 'name', 'username', 'email'] });
  useUnsaved(
    filled.some((value) => value.trim() !== ''),
    t('leaveSetUp'),
  );
  const [refusal, setRefusal] = useState<string>();
  // The desktop's main process adds the token of the server that it started itself.
  const { desktop } = useShell();
  const needsToken = !token && !desktop;
  const create = useWrite('setup.createOrganisation', {
    onDone: (challenge, { organisation }) => onCreated(organisation, challenge),
  });
  const submit = form.handleSubmit(({ token: typed, ...values }) => {
    setRefusal(undefined);
    const given = token || typed.trim();
    // Where whoever sets it up is, is where the organisation is more often than where its server runs.
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const input = { ...values, timeZone, ...(given && { token: given }) };
    create.mutate(input, { onError: (error) => setRefusal(showRefusal(form, error)) });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t('organisation')}
        autoFocus
        autoComplete="organization"
        error={errors.organisation?.message}
        {...form.register('organisation', { required: t('organisationMissing') })}
      />
      <Field
        label={t('yourName')}
        autoComplete="name"
        error={errors.name?.message}
        {...form.register('name', { required: t('yourNameMissing') })}
      />
      <Field
        label={t('username')}
        autoComplete="username"
        helper={t('usernameFor')}
        inputProps={{ autoCapitalize: 'none', spellCheck: false }}
        error={errors.username?.message}
        {...form.register('username', { required: t('usernameNotChosen') })}
      />
      <Field
        label={t('email')}
        type="email"
        autoComplete="email"
        error={errors.email?.message}
        {...form.register('email', { required: t('emailMissing') })}
      />
      <PasswordField
        label={t('password')}
        autoComplete="new-password"
        helper={PASSWORD_HELP}
        error={errors.password?.message}
        {...form.register('password', { required: t('passwordNotChosen') })}
      />
      {needsToken && (
        <Field
          label={t('setUpToken')}
          mono
          autoComplete="off"
          helper={t('setUpTokenWhere')}
          error={errors.token?.message}
          {...form.register('token', { required: t('setUpTokenMissing') })}
        />
      )}
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <SubmitButton fullWidth busy={create.isPending}>
        {t('createOrganisation')}
      </SubmitButton>
    </form>
  );
}
