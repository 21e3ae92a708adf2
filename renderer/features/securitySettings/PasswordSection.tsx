import { asciiCode } from '../../ui/typedCode.ts';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { showRefusal } from '../../data/formErrors.ts';
import { useMe } from '../../data/me.ts';
import { useWrite } from '../../data/useWrite.ts';
import { PASSWORD_HELP } from '../../shared/passwords.ts';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Section } from '../../ui/Section.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { t } from './words.ts';

/** Change of the own password. */
export function PasswordSection() {
  const [isOpen, setOpen] = useState(false);
  const change = (
    <Button variant="outlined" onClick={() => setOpen(true)}>
      {t('changePassword')}
    </Button>
  );
  return (
    <Section title={t('password')} action={!isOpen && change}>
      {isOpen ? (
        <PasswordForm onClose={() => setOpen(false)} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('passwordMeaning')}
        </Typography>
      )}
    </Section>
  );
}

function PasswordForm({ onClose }: { onClose: () => void }) {
  const needsCode = useMe().mfa.state !== 'off';
  const toast = useToast();
  const form = useForm({ defaultValues: { current: '', password: '', code: '' } });
  const [refusal, setRefusal] = useState<string>();
  const change = useWrite('me.password', {
    onDone: () => {
      toast(t('passwordChanged'));
      onClose();
    },
  });
  const submit = form.handleSubmit(({ code, ...passwords }) => {
    setRefusal(undefined);
    const input = needsCode ? { ...passwords, code: asciiCode(code).replace(/\s/g, '') } : passwords;
    change.mutate(input, {
      onError: (error) => {
        const field =
          error.code === 'wrong_password' ? 'current' : error.code === 'invalid_code' ? 'code' : undefined;
        if (!field) return setRefusal(showRefusal(form, error));
        form.setError(field, { message: error.message });
        form.setFocus(field, { shouldSelect: true });
      },
    });
  });
  const { errors } = form.formState;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <PasswordField
        label={t('currentPassword')}
        autoComplete="current-password"
        autoFocus
        error={errors.current?.message}
        {...form.register('current', { required: t('currentPasswordMissing') })}
      />
      <PasswordField
        label={t('newPassword')}
        autoComplete="new-password"
        helper={PASSWORD_HELP}
        error={errors.password?.message}
        {...form.register('password', { required: t('newPasswordMissing') })}
      />
      {needsCode && (
        <Field
          label={t('authorizationCode')}
          mono
          autoComplete="one-time-code"
          inputProps={{ inputMode: 'numeric', maxLength: 8 }}
          error={errors.code?.message}
          {...form.register('code', { required: t('codeMissing') })}
        />
      )}
      <FormFoot refusal={refusal} label={t('changePassword')} busy={change.isPending} onCancel={onClose} />
    </form>
  );
}
