import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import type { AttestorSettings } from '../../../../contract/operations/attestor.ts';
import { showRefusal } from '../../../data/formErrors.ts';
import { useWrite } from '../../../data/useWrite.ts';
import { keptToast } from '../../../shared/keptForSecond.ts';
import { Field } from '../../../ui/Field.tsx';
import { FormFoot } from '../../../ui/FormFoot.tsx';
import { SwitchField } from '../../../ui/SwitchField.tsx';
import { TaskDialog } from '../../../ui/TaskDialog.tsx';
import { useToast } from '../../../ui/Toasts.tsx';
import { t } from '../words.ts';
import { callbackAt, newSecret } from './typedThere.ts';
import { ValuesForOkta } from './ValuesForOkta.tsx';

const plain = { autoCapitalize: 'none', spellCheck: false };
/** Okta takes any. */
const CLIENT_ID = 'gatehouse';
const NAME = 'Okta';

interface Props {
  settings: AttestorSettings;
  onClose: () => void;
}

/** Lets Okta ask, or changes where answers go; it waits for a second person. The secret is made here, and shown while the dialog is open. */
export function AttestorDialog({ settings: { attestor, addresses }, onClose }: Props) {
  const toast = useToast();
  const [refusal, setRefusal] = useState<string>();
  const [secret] = useState(newSecret);
  const form = useForm({
    defaultValues: {
      name: attestor?.name ?? NAME,
      redirectUri: attestor?.redirectUri ?? '',
      isNewSecret: attestor === null,
    },
  });
  const save = useWrite('settings.attestor.save', {
    onDone: (done) => {
      toast(
        'pendingChange' in done ? keptToast(done) : t('oktaMayAsk', { system: done.attestor?.name ?? '' }),
      );
      onClose();
    },
  });
  const [typed, isChosen] = useWatch({ control: form.control, name: ['redirectUri', 'isNewSecret'] });
  const redirectUri = callbackAt(typed);
  // A secret that was given for one address goes with no other.
  const isForced = attestor === null || redirectUri !== attestor.redirectUri;
  const given = isForced || isChosen ? secret : undefined;
  const clientId = attestor?.clientId ?? CLIENT_ID;
  const submit = form.handleSubmit(({ name }) => {
    setRefusal(undefined);
    save.mutate(
      { name, clientId, redirectUri, ...(given === undefined ? {} : { clientSecret: given }) },
      { onError: (error) => setRefusal(showRefusal(form, error)) },
    );
  });
  const { errors } = form.formState;
  return (
    <TaskDialog
      open
      title={attestor ? t('editSystemTitle', { system: attestor.name }) : t('letOktaAsk')}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Typography color="textSecondary" sx={{ mb: 4 }}>
          {t('untriedMeaning')}
        </Typography>
        <Field
          label={t('oktaAddress')}
          placeholder="contoso.okta.com"
          inputProps={plain}
          helper={redirectUri === '' ? t('oktaAddressMeaning') : t('answersGoTo', { url: redirectUri })}
          error={errors.redirectUri?.message}
          {...form.register('redirectUri', { required: t('oktaAddressMissing') })}
        />
        <Field
          label={t('name')}
          helper={t('systemNameMeaning')}
          error={errors.name?.message}
          {...form.register('name', { required: t('providerNameMissing') })}
        />
        {attestor && (
          <Controller
            control={form.control}
            name="isNewSecret"
            render={({ field }) => (
              <SwitchField
                label={t('newSecret')}
                helper={isForced ? t('newSecretForced') : t('newSecretMeaning')}
                checked={isForced || field.value}
                disabled={isForced}
                onChange={field.onChange}
              />
            )}
          />
        )}
        <ValuesForOkta addresses={addresses} clientId={clientId} secret={given} />
        <FormFoot refusal={refusal} label={t('saveAttestor')} busy={save.isPending} onCancel={onClose} />
      </form>
    </TaskDialog>
  );
}
