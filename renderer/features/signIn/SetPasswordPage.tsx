import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { OutputOf } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { showRefusal } from '../../data/formErrors.ts';
import { useRead } from '../../data/useRead.ts';
import { useWrite } from '../../data/useWrite.ts';
import { PASSWORD_HELP } from '../../shared/passwords.ts';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { lookOnce, MailedLink, SpentLink } from './MailedLink.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { useLinkToken } from './useLinkToken.ts';
import { t } from './words.ts';

/** Behind a mailed link: set a first password, or a new one. The token travels after the #, which no server log sees. */
export function SetPasswordPage() {
  const token = useLinkToken({ hide: true });
  const look = useRead('password.lookAtLink', { token }, lookOnce(token));
  return (
    <MailedLink token={token} look={look} title={t('setPasswordTitle')} spent={SPENT}>
      {(link) => <PasswordForm key={token} token={token} link={link} />}
    </MailedLink>
  );
}

const SPENT = (
  <SpentLink
    text={t('passwordLinkSpent')}
    action={
      <Button variant="outlined" href={paths.forgotPassword()}>
        {t('sendNewLink')}
      </Button>
    }
  />
);

function PasswordForm({ token, link }: { token: string; link: OutputOf<'password.lookAtLink'> }) {
  const form = useForm({ defaultValues: { password: '' } });
  const [refusal, setRefusal] = useState<string>();
  const confirm = useWrite('password.confirm');
  if (confirm.error?.code === 'invalid_token') return SPENT;
  if (confirm.isSuccess) {
    return (
      <OwnedCard title={t('passwordSet')}>
        <Typography sx={{ mb: 5 }}>{link.first ? t('firstPasswordSet') : t('newPasswordSet')}</Typography>
        <Button variant="contained" href={paths.signIn()} autoFocus>
          {t('signIn')}
        </Button>
      </OwnedCard>
    );
  }
  const submit = form.handleSubmit(({ password }) => {
    setRefusal(undefined);
    confirm.mutate({ token, password }, { onError: (error) => setRefusal(showRefusal(form, error)) });
  });
  return (
    <OwnedCard
      title={t('setPasswordTitle')}
      lead={t('setPasswordFor', { username: link.username })}
      footer={<LanguageChoice />}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        {/* A password manager files the new password under it. */}
        <input type="text" autoComplete="username" value={link.username} readOnly hidden />
        <PasswordField
          label={t('newPassword')}
          autoComplete="new-password"
          autoFocus
          helper={PASSWORD_HELP}
          error={form.formState.errors.password?.message}
          {...form.register('password', { required: t('newPasswordMissing') })}
        />
        {refusal && <Banner tone="danger">{refusal}</Banner>}
        <SubmitButton fullWidth busy={confirm.isPending}>
          {t('setPassword')}
        </SubmitButton>
      </form>
    </OwnedCard>
  );
}
