import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useShell } from '../../data/context.ts';
import { showRefusal } from '../../data/formErrors.ts';
import { useWrite } from '../../data/useWrite.ts';
import { PASSWORD_HELP } from '../../shared/passwords.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import type { SetupChallenge } from './step.ts';

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
    const input = { ...values, ...(given && { token: given }) };
    create.mutate(input, { onError: (error) => setRefusal(showRefusal(form, error)) });
  });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label="Organisation"
        autoFocus
        autoComplete="organization"
        error={errors.organisation?.message}
        {...form.register('organisation', { required: 'Type the name of your organisation.' })}
      />
      <Field
        label="Your name"
        autoComplete="name"
        error={errors.name?.message}
        {...form.register('name', { required: 'Type your name.' })}
      />
      <Field
        label="Username"
        autoComplete="username"
        helper="You sign in with it."
        inputProps={{ autoCapitalize: 'none', spellCheck: false }}
        error={errors.username?.message}
        {...form.register('username', { required: 'Choose a username.' })}
      />
      <Field
        label="E-mail"
        type="email"
        autoComplete="email"
        error={errors.email?.message}
        {...form.register('email', { required: 'Type your e-mail address.' })}
      />
      <PasswordField
        label="Password"
        autoComplete="new-password"
        helper={PASSWORD_HELP}
        error={errors.password?.message}
        {...form.register('password', { required: 'Choose a password.' })}
      />
      {needsToken && (
        <Field
          label="Set-up token"
          mono
          autoComplete="off"
          helper="The server printed it when it started."
          error={errors.token?.message}
          {...form.register('token', { required: 'Type the token that the server printed when it started.' })}
        />
      )}
      {refusal && <Banner tone="danger">{refusal}</Banner>}
      <SubmitButton fullWidth busy={create.isPending}>
        Create organisation
      </SubmitButton>
    </form>
  );
}
