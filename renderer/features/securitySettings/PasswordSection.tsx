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

/** Change of the own password. */
export function PasswordSection() {
  const [isOpen, setOpen] = useState(false);
  const change = (
    <Button variant="outlined" onClick={() => setOpen(true)}>
      Change password
    </Button>
  );
  return (
    <Section title="Password" action={!isOpen && change}>
      {isOpen ? (
        <PasswordForm onClose={() => setOpen(false)} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          Changing it signs you out everywhere else.
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
      toast('Password changed. Your other sessions have ended.');
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
        label="Current password"
        autoComplete="current-password"
        autoFocus
        error={errors.current?.message}
        {...form.register('current', { required: 'Type your current password.' })}
      />
      <PasswordField
        label="New password"
        autoComplete="new-password"
        helper={PASSWORD_HELP}
        error={errors.password?.message}
        {...form.register('password', { required: 'Type a new password.' })}
      />
      {needsCode && (
        <Field
          label="Authorization Code"
          mono
          autoComplete="one-time-code"
          inputProps={{ inputMode: 'numeric', maxLength: 8 }}
          error={errors.code?.message}
          {...form.register('code', { required: 'Type the code that your authenticator app shows.' })}
        />
      )}
      <FormFoot refusal={refusal} label="Change password" busy={change.isPending} onCancel={onClose} />
    </form>
  );
}
