import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { System } from '../../../../contract/operations/systems.ts';
import type { KeptForSecond } from '../../../../contract/schemas.ts';
import { SYSTEM_ADDRESSES, SYSTEM_KINDS, SYSTEM_NAMES, UNTRIED_KINDS } from '../../../../contract/systems.ts';
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
import { ASKS, KIND_OPTIONS, keyFileLine } from './asks.ts';
import { LostDeviceLink } from './LostDeviceLink.tsx';

const plain = { autoCapitalize: 'none', spellCheck: false };

const orNull = (text: string) => text.trim() || null;

const secretOf = (kind: SystemKindName, typed: string) =>
  ASKS[kind].isKeyFile ? (keyFileLine(typed) ?? typed) : typed;

/** What was typed, or chosen of those that there are. */
function addressOf(kind: SystemKindName, typed: string): string {
  const addresses = SYSTEM_ADDRESSES[kind];
  return addresses && !addresses.includes(typed) ? (addresses[0] ?? typed) : typed;
}

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
  const addresses = SYSTEM_ADDRESSES[kind];
  const mayLackSecret = asks.client?.missing === null;
  const keepsSecret = system?.secretSet === true;
  const submit = form.handleSubmit(({ kind: chosen, name, url, ...typed }) => {
    setRefusal(undefined);
    const onError = (error: NonNullable<typeof create.error>) => setRefusal(showRefusal(form, error));
    const values = {
      name,
      // A service has its own, and a choice of one isn't shown.
      url: addressOf(chosen, url),
      realm: ASKS[chosen].realm ? orNull(typed.realm) : null,
      clientId: ASKS[chosen].client ? orNull(typed.clientId) : null,
      secretExpiresOn: typed.secretExpiresOn || null,
      ...(typed.secret === '' ? {} : { secret: secretOf(chosen, typed.secret) }),
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
            options={KIND_OPTIONS}
            helper={UNTRIED_KINDS.includes(kind) ? t('untriedMeaning') : undefined}
            {...form.register('kind')}
          />
        )}
        <Field
          label={t('name')}
          placeholder={SYSTEM_NAMES[kind]}
          helper={t('systemNameMeaning')}
          error={errors.name?.message}
          {...form.register('name', { required: t('providerNameMissing') })}
        />
        {addresses === undefined && (
          <Field
            label={t('systemUrl')}
            type="url"
            placeholder={asks.example}
            inputProps={plain}
            helper={system ? t('systemUrlMeaning') : undefined}
            error={errors.url?.message}
            {...form.register('url', { required: t('systemUrlMissing') })}
          />
        )}
        {addresses !== undefined && addresses.length > 1 && (
          <SelectField
            label={t('systemUrl')}
            options={addresses.map((value) => ({ value, label: value }))}
            helper={system ? t('systemUrlMeaning') : undefined}
            error={errors.url?.message}
            {...form.register('url')}
          />
        )}
        {asks.realm && (
          <Field
            label={asks.realm.label}
            inputProps={plain}
            helper={system ? asks.realm.helper : undefined}
            error={errors.realm?.message}
            {...form.register('realm', { required: asks.realm.missing })}
          />
        )}
        {asks.client && (
          <Field
            label={asks.client.label}
            inputProps={plain}
            helper={asks.client.helper}
            error={errors.clientId?.message}
            {...form.register('clientId', { required: asks.client.missing ?? false })}
          />
        )}
        {asks.isKeyFile ? (
          <Field
            label={asks.secret}
            multiline
            minRows={3}
            maxRows={6}
            mono
            autoComplete="off"
            inputProps={plain}
            helper={keepsSecret ? t('secretStored') : t('keyFileMeaning')}
            error={errors.secret?.message}
            {...form.register('secret', {
              validate: (pasted) =>
                (keepsSecret && pasted === '') || keyFileLine(pasted) !== null || t('keyFileOdd'),
            })}
          />
        ) : (
          <PasswordField
            label={asks.secret}
            autoComplete="new-password"
            helper={keepsSecret ? t('secretStored') : undefined}
            error={errors.secret?.message}
            {...form.register('secret', {
              validate: (typed) => keepsSecret || mayLackSecret || typed !== '' || t('systemSecretMissing'),
            })}
          />
        )}
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
        {system && <LostDeviceLink systemId={system.id} />}
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
