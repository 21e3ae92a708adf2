import Box from '@mui/material/Box';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { SsoProvider } from '../../../contract/operations/sso.ts';
import type { KeptForSecond } from '../../../contract/schemas.ts';
import { showRefusal } from '../../data/formErrors.ts';
import { useWrite } from '../../data/useWrite.ts';
import { keptToast } from '../../shared/keptForSecond.ts';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { SwitchField } from '../../ui/SwitchField.tsx';
import { TaskDialog } from '../../ui/TaskDialog.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { RedirectUris } from './RedirectUris.tsx';

interface Props {
  /** None: a new one. */
  provider?: SsoProvider;
  redirectUris: { web: string; desktop: string };
  onClose: () => void;
}

const plain = { autoCapitalize: 'none', spellCheck: false };

/** Adds or changes an identity provider; saving asks for a confirmation. */
export function SsoProviderDialog({ provider, redirectUris, onClose }: Props) {
  const toast = useToast();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({
    defaultValues: {
      name: provider?.name ?? '',
      issuer: provider?.issuer ?? '',
      clientId: provider?.clientId ?? '',
      isPublic: provider ? !provider.secretSet : false,
      clientSecret: '',
      linkByEmail: provider?.linkByEmail ?? false,
    },
  });
  const options = {
    onDone: (saved: SsoProvider | KeptForSecond) => {
      toast('name' in saved ? `${saved.name} was saved. Try it with Test sign-in.` : keptToast(saved));
      onClose();
    },
  };
  const create = useWrite('settings.sso.create', options);
  const update = useWrite('settings.sso.update', options);
  const isPublic = useWatch({ control: form.control, name: 'isPublic' });
  const keepsSecret = provider?.secretSet === true;
  const submit = form.handleSubmit(({ isPublic: withoutSecret, clientSecret, ...values }) => {
    setRefusal(undefined);
    const onError = (error: NonNullable<typeof create.error>) => setRefusal(showRefusal(form, error));
    const secret = withoutSecret ? null : clientSecret.trim() || undefined;
    if (provider) update.mutate({ id: provider.id, ...values, clientSecret: secret }, { onError });
    else create.mutate({ ...values, clientSecret: secret }, { onError });
  });
  const { errors } = form.formState;
  return (
    <TaskDialog
      open
      title={provider ? `Edit ${provider.name}` : 'Add an identity provider'}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Field
          label="Name"
          autoFocus
          placeholder="Contoso"
          helper="As people know it: the sign-in screen says Continue with …"
          error={errors.name?.message}
          {...form.register('name', { required: 'Type a name.' })}
        />
        <Field
          label="Issuer"
          type="url"
          placeholder="https://login.contoso.example"
          inputProps={plain}
          error={errors.issuer?.message}
          helper={
            provider
              ? 'Another issuer ends every link to this provider, and you enter its secret again.'
              : undefined
          }
          {...form.register('issuer', { required: 'Type the issuer as the provider writes it.' })}
        />
        <Field
          label="Client ID"
          inputProps={plain}
          error={errors.clientId?.message}
          {...form.register('clientId', { required: 'Type the client ID that the provider gave.' })}
        />
        <Controller
          control={form.control}
          name="isPublic"
          render={({ field }) => (
            <SwitchField
              label="Public client"
              helper="Registered without a secret; the sign-in is protected by PKCE alone."
              checked={field.value}
              onChange={field.onChange}
            />
          )}
        />
        {!isPublic && (
          <PasswordField
            label="Client secret"
            autoComplete="new-password"
            helper={keepsSecret ? 'One is stored. Type to replace it.' : undefined}
            error={errors.clientSecret?.message}
            {...form.register('clientSecret', {
              validate: (typed) =>
                keepsSecret || typed.trim() !== '' || 'Type the secret that the provider gave.',
            })}
          />
        )}
        <Controller
          control={form.control}
          name="linkByEmail"
          render={({ field }) => (
            <SwitchField
              label="Link accounts by verified e-mail"
              helper={
                field.value
                  ? 'Whoever signs in there with the verified address of an account here gets that account. Only for a provider that you trust with every account.'
                  : 'An administrator links each account.'
              }
              checked={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Box sx={{ mt: 3 }}>
          <RedirectUris {...redirectUris} />
        </Box>
        <FormFoot
          refusal={refusal}
          label="Save provider"
          busy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </TaskDialog>
  );
}
