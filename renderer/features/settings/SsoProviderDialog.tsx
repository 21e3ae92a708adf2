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
import { t } from './words.ts';

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
      toast('name' in saved ? t('providerSaved', { provider: saved.name }) : keptToast(saved));
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
      title={provider ? t('editTitle', { provider: provider.name }) : t('addProviderTitle')}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Field
          label={t('name')}
          autoFocus
          placeholder={t('providerNameExample')}
          helper={t('providerNameMeaning')}
          error={errors.name?.message}
          {...form.register('name', { required: t('providerNameMissing') })}
        />
        <Field
          label={t('issuer')}
          type="url"
          placeholder="https://login.contoso.example"
          inputProps={plain}
          error={errors.issuer?.message}
          helper={provider ? t('issuerMeaning') : undefined}
          {...form.register('issuer', { required: t('issuerMissing') })}
        />
        <Field
          label={t('clientId')}
          inputProps={plain}
          error={errors.clientId?.message}
          {...form.register('clientId', { required: t('clientIdMissing') })}
        />
        <Controller
          control={form.control}
          name="isPublic"
          render={({ field }) => (
            <SwitchField
              label={t('publicClient')}
              helper={t('publicClientMeaning')}
              checked={field.value}
              onChange={field.onChange}
            />
          )}
        />
        {!isPublic && (
          <PasswordField
            label={t('clientSecret')}
            autoComplete="new-password"
            helper={keepsSecret ? t('secretStored') : undefined}
            error={errors.clientSecret?.message}
            {...form.register('clientSecret', {
              validate: (typed) => keepsSecret || typed.trim() !== '' || t('clientSecretMissing'),
            })}
          />
        )}
        <Controller
          control={form.control}
          name="linkByEmail"
          render={({ field }) => (
            <SwitchField
              label={t('linkByEmail')}
              helper={field.value ? t('linkByEmailMeaning') : t('linkByHandMeaning')}
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
          label={t('saveProvider')}
          busy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </TaskDialog>
  );
}
