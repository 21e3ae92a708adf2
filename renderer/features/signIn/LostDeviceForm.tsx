import Button from '@mui/material/Button';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useWrite } from '../../data/useWrite.ts';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { asciiCode } from '../../ui/typedCode.ts';
import { NameAndPassword } from './NameAndPassword.tsx';
import type { StepProps } from './stepProps.ts';
import { t } from './words.ts';

interface Props extends StepProps {
  /** Where they came from; without one nothing but an activation code is taken. */
  systemId: string | null;
  notice?: string | undefined;
  onChallenge: (challenge: string) => void;
  onOpened: (systems: readonly string[]) => void;
}

/** Username and password, and the activation code where there is one already. */
export function LostDeviceForm({ options, banner, systemId, notice, onChallenge, onOpened }: Props) {
  const form = useForm({ defaultValues: { username: '', password: '', activationCode: '' } });
  const [hasCode, setHasCode] = useState(systemId === null);
  const [refusal, setRefusal] = useState<string>();
  const ask = useWrite('signIn.lostDevice', { onDone: ({ challenge }) => onChallenge(challenge) });
  const give = useWrite('signIn.openHeld', { onDone: ({ systems }) => onOpened(systems) });
  const busy = ask.isPending || give.isPending;
  const onError = (error: { code: string; message: string }) => {
    const field = FIELD_OF[error.code];
    if (!field) return setRefusal(error.message);
    form.setError(field, { message: error.message });
    form.setFocus(field, { shouldSelect: true });
  };
  const submit = form.handleSubmit(({ username, password, activationCode }) => {
    if (busy) return;
    setRefusal(undefined);
    if (hasCode)
      give.mutate({ username, password, activationCode: asciiCode(activationCode.trim()) }, { onError });
    else if (systemId !== null) ask.mutate({ systemId, username, password }, { onError });
  });
  const { errors } = form.formState;
  const { organisation } = options;
  return (
    <CardPage
      title={t('lostDeviceTitle')}
      lead={hasCode ? t('lostDeviceCodeLead', { organisation }) : t('lostDeviceLead', { organisation })}
      owner={organisation}
      banner={banner}
      width={520}
      footer={
        <>
          {systemId !== null && (
            <Button size="small" color="inherit" onClick={() => setHasCode(!hasCode)}>
              {hasCode ? t('noActivationCodeYet') : t('haveActivationCode')}
            </Button>
          )}
          <LanguageChoice />
        </>
      }
    >
      {notice && <Banner tone="warning">{notice}</Banner>}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <NameAndPassword register={form.register} errors={errors} />
        {hasCode && (
          <Field
            label={t('activationCode')}
            mono
            autoComplete="off"
            inputProps={{ spellCheck: false, autoCapitalize: 'characters' }}
            error={errors.activationCode?.message}
            {...form.register('activationCode', {
              required: t('activationCodeMissing'),
              shouldUnregister: true,
            })}
          />
        )}
        {refusal && <Banner tone="danger">{refusal}</Banner>}
        <SubmitButton fullWidth busy={busy}>
          {t('continue')}
        </SubmitButton>
      </form>
    </CardPage>
  );
}

/** Where a refusal is shown beside what it is about. */
const FIELD_OF: Partial<Record<string, 'password' | 'activationCode'>> = {
  invalid_credentials: 'password',
  invalid_activation_code: 'activationCode',
};
