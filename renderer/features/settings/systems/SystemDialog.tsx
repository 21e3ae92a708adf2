import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { System } from '../../../../contract/operations/systems.ts';
import type { KeptForSecond } from '../../../../contract/schemas.ts';
import { SYSTEM_KINDS } from '../../../../contract/systems.ts';
import type { SystemKindName } from '../../../../contract/systems.ts';
import { showRefusal } from '../../../data/formErrors.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { Field } from '../../../ui/Field.tsx';
import { FormFoot } from '../../../ui/FormFoot.tsx';
import { PasswordField } from '../../../ui/PasswordField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';
import { KIND_NAMES } from './kindNames.ts';

const plain = { autoCapitalize: 'none', spellCheck: false };

/** What each product asks for, and what it calls that. */
const ASKS: Record<
  SystemKindName,
  { realm: boolean; client: string; clientMissing: string | null; secret: string; example: string }
> = {
  keycloak: {
    realm: true,
    client: t('systemClient'),
    clientMissing: t('systemClientMissing'),
    secret: t('systemSecret'),
    example: 'https://keycloak.contoso.example',
  },
  privacyidea: {
    realm: true,
    client: t('administratorName'),
    clientMissing: t('administratorNameMissing'),
    secret: t('systemPassword'),
    example: 'https://privacyidea.contoso.example',
  },
  lemonldap: {
    realm: false,
    client: t('webServerName'),
    clientMissing: null,
    secret: t('systemPassword'),
    example: 'https://manager-api.contoso.example',
  },
};

const orNull = (text: string) => text.trim() || null;

/** Connects or changes a system; saving asks for a confirmation, and what counts waits for a second person. */
export function SystemDialog({ system, onClose }: { system?: System; onClose: () => void }) {
  const toast = useToast();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm({
    defaultValues: {
      kind: system?.kind ?? SYSTEM_KINDS[0],
      name: system?.name ?? '',
      url: system?.url ?? '',
      realm: system?.realm ?? '',
      clientId: system?.clientId ?? '',
      secret: '',
      secretExpiresOn: system?.secretExpiresOn ?? '',
    },
  });
  const options = {
    onDone: (saved: System | KeptForSecond) => {
      toast('name' in saved ? t('systemSaved', { system: saved.name }) : keptToast(saved));
      onClose();
    },
  };
  const create = useWrite('settings.systems.create', options);
  const update = useWrite('settings.systems.update', options);
  const kind = useWatch({ control: form.control, name: 'kind' });
  const asks = ASKS[kind];
  const keepsSecret = system?.secretSet === true;
  const submit = form.handleSubmit(({ kind: chosen, name, url, ...typed }) => {
    setRefusal(undefined);
    const onError = (error: NonNullable<typeof create.error>) => setRefusal(showRefusal(form, error));
    const values = {
      name,
      url,
      realm: ASKS[chosen].realm ? orNull(typed.realm) : null,
      clientId: orNull(typed.clientId),
      secretExpiresOn: typed.secretExpiresOn || null,
      ...(typed.secret === '' ? {} : { secret: typed.secret }),
    };
    if (system) update.mutate({ id: system.id, ...values }, { onError });
    else create.mutate({ kind: chosen, ...values }, { onError });
  });
  const { errors } = form.formState;
  return (
    <TaskDialog
      open
      title={system ? t('editSystemTitle', { system: system.name }) : t('addSystemTitle')}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        {!system && (
          <SelectField
            label={t('systemKind')}
            options={SYSTEM_KINDS.map((value) => ({ value, label: KIND_NAMES[value] }))}
            {...form.register('kind')}
          />
        )}
        <Field
          label={t('name')}
          placeholder={KIND_NAMES[kind]}
          helper={t('systemNameMeaning')}
          error={errors.name?.message}
          {...form.register('name', { required: t('providerNameMissing') })}
        />
        <Field
          label={t('systemUrl')}
          type="url"
          placeholder={asks.example}
          inputProps={plain}
          helper={system ? t('systemUrlMeaning') : undefined}
          error={errors.url?.message}
          {...form.register('url', { required: t('systemUrlMissing') })}
        />
        {asks.realm && (
          <Field
            label={t('realm')}
            inputProps={plain}
            helper={system ? t('realmMeaning') : undefined}
            error={errors.realm?.message}
            {...form.register('realm', { required: t('realmMissing') })}
          />
        )}
        <Field
          label={asks.client}
          inputProps={plain}
          helper={asks.clientMissing === null ? t('webServerNameMeaning') : undefined}
          error={errors.clientId?.message}
          {...form.register('clientId', { required: asks.clientMissing ?? false })}
        />
        <PasswordField
          label={asks.secret}
          autoComplete="new-password"
          helper={keepsSecret ? t('secretStored') : undefined}
          error={errors.secret?.message}
          {...form.register('secret', {
            validate: (typed) =>
              keepsSecret || asks.clientMissing === null || typed !== '' || t('systemSecretMissing'),
          })}
        />
        <Controller
          control={form.control}
          name="secretExpiresOn"
          render={({ field }) => (
            <DayField
              label={t('secretEnd')}
              helper={t('secretEndMeaning')}
              day={field.value}
              onDay={field.onChange}
              error={errors.secretExpiresOn?.message}
            />
          )}
        />
        <FormFoot
          refusal={refusal}
          label={t('saveSystem')}
          busy={create.isPending || update.isPending}
          onCancel={onClose}
        />
      </form>
    </TaskDialog>
  );
}
