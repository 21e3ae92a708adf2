import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useForm } from 'react-hook-form';
import { paths } from '../../../contract/paths.ts';
import { useWrite } from '../../data/useWrite.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Field } from '../../ui/Field.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { OwnedCard } from './OwnedCard.tsx';

/** Asks for a mailed link; the answer is the same whether or not anyone has that username. */
export function ForgotPasswordPage() {
  const form = useForm({ defaultValues: { username: '' } });
  const forgot = useWrite('password.forgot');
  if (forgot.isSuccess) {
    return (
      <OwnedCard title="Look in your mail">
        <Typography sx={{ mb: 5 }}>
          If that username exists, a link for a new password is on its way to the address on record. It works
          for one hour. Your authenticator stays as it is: the code is still asked for.
        </Typography>
        <Button variant="outlined" href={paths.signIn()}>
          Back to sign in
        </Button>
      </OwnedCard>
    );
  }
  return (
    <OwnedCard title="Forgot password" lead="A link for a new password comes to your mail address on record.">
      <form noValidate onSubmit={(event) => void form.handleSubmit((values) => forgot.mutate(values))(event)}>
        <Field
          label="Username"
          autoComplete="username"
          autoFocus
          inputProps={{ autoCapitalize: 'none', spellCheck: false }}
          error={form.formState.errors.username?.message}
          {...form.register('username', { required: 'Type your username.' })}
        />
        {forgot.error && <Banner tone="danger">{forgot.error.message}</Banner>}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <SubmitButton busy={forgot.isPending}>Send link</SubmitButton>
          <Button color="inherit" href={paths.signIn()}>
            Back
          </Button>
        </Box>
      </form>
    </OwnedCard>
  );
}
