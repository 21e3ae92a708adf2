import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { showRefusal } from '../../data/formErrors.ts';
import { useWrite } from '../../data/useWrite.ts';
import { PASSWORD_HELP } from '../../shared/passwords.ts';
import { Banner } from '../../ui/Banner.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { linkToken } from './linkToken.ts';

/** Behind a mailed link: set a first password, or a new one. The token travels after the #, which no server log sees. */
export function SetPasswordPage() {
  const [token] = useState(linkToken);
  const form = useForm({ defaultValues: { password: '' } });
  const [refusal, setRefusal] = useState<string>();
  const confirm = useWrite('password.confirm');
  useEffect(() => {
    // Out of the address bar and the history, before anyone looks over a shoulder.
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }, []);
  if (!token || confirm.error?.code === 'invalid_token') {
    return (
      <CardPage title="This link is no longer valid">
        <Typography sx={{ mb: 5 }}>Links work once and for a limited time. Ask for a new one.</Typography>
        <Button variant="outlined" href="/forgot-password">
          Send a new link
        </Button>
      </CardPage>
    );
  }
  if (confirm.isSuccess) {
    return (
      <CardPage title="Your password is set">
        <Typography sx={{ mb: 5 }}>Your other sessions have ended. Sign in with the new password.</Typography>
        <Button variant="contained" href="/sign-in" autoFocus>
          Sign in
        </Button>
      </CardPage>
    );
  }
  const submit = form.handleSubmit(({ password }) => {
    setRefusal(undefined);
    confirm.mutate({ token, password }, { onError: (error) => setRefusal(showRefusal(form, error)) });
  });
  return (
    <CardPage title="Set your password">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <PasswordField
          label="New password"
          autoComplete="new-password"
          autoFocus
          helper={PASSWORD_HELP}
          error={form.formState.errors.password?.message}
          {...form.register('password', { required: 'Type a new password.' })}
        />
        {refusal && <Banner tone="danger">{refusal}</Banner>}
        <SubmitButton fullWidth busy={confirm.isPending}>
          Set password
        </SubmitButton>
      </form>
    </CardPage>
  );
}
