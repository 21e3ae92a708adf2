import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Box from '@mui/material/Box';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { paths } from '../../../contract/paths.ts';
import { useDesktopState, useProfileSwitch } from '../../data/desktop.ts';
import { useWrite } from '../../data/useWrite.ts';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { CardPage } from '../../ui/CardPage.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { NameAndPassword } from './NameAndPassword.tsx';
import { SsoButtons } from './SsoButtons.tsx';
import type { Step } from './step.ts';
import type { StepProps } from './stepProps.ts';
import { t } from './words.ts';

interface Props extends StepProps {
  notice?: string | undefined;
  onStep: (step: Step) => void;
  onSignedIn: () => void;
}

/** Username and password. */
export function PasswordStep({ options, banner, notice, onStep, onSignedIn }: Props) {
  const form = useForm({ defaultValues: { username: '', password: '' } });
  const [refusal, setRefusal] = useState<string>();
  const start = useWrite('signIn.start', {
    onDone: (output) => {
      if (output.outcome === 'signed_in') onSignedIn();
      else if (output.outcome === 'code_required') onStep({ name: 'code', challenge: output.challenge });
      else onStep({ name: 'setup', challenge: output });
    },
  });
  const submit = form.handleSubmit((values) => {
    setRefusal(undefined);
    start.mutate(values, {
      onError: (error) => {
        if (error.code !== 'invalid_credentials') return setRefusal(error.message);
        form.setError('password', { message: error.message });
        form.setFocus('password', { shouldSelect: true });
      },
    });
  });
  const { errors } = form.formState;
  return (
    <CardPage title={t('signIn')} owner={options.organisation} banner={banner} footer={<Footer />}>
      {notice && <Banner tone="warning">{notice}</Banner>}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <NameAndPassword register={form.register} errors={errors} />
        {refusal && <Banner tone="danger">{refusal}</Banner>}
        <SubmitButton fullWidth busy={start.isPending}>
          {t('signIn')}
        </SubmitButton>
      </form>
      <Box sx={{ mt: 4, textAlign: 'center' }}>
        <Link href={paths.forgotPassword()} variant="body2">
          {t('forgotPassword')}
        </Link>
      </Box>
      <SsoButtons
        providers={options.sso}
        onSignedIn={onSignedIn}
        onCode={(challenge) => onStep({ name: 'link_code', challenge })}
      />
    </CardPage>
  );
}

function Footer() {
  return (
    <>
      <OtherServer />
      <LanguageChoice />
    </>
  );
}

/** On the desktop: the way to another server, without signing in to this one first. */
function OtherServer() {
  const desktop = useDesktopState();
  const { leave } = useProfileSwitch();
  if (!desktop) return null;
  return (
    <Button size="small" color="inherit" onClick={leave}>
      {t('anotherServer')}
    </Button>
  );
}
