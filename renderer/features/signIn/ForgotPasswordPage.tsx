import Button from '@mui/material/Button';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useForm } from 'react-hook-form';
import { paths } from '../../../contract/paths.ts';
import { useWrite } from '../../data/useWrite.ts';
import { LanguageChoice } from '../../shared/LanguageChoice.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { SubmitButton } from '../../ui/SubmitButton.tsx';
import { NameField } from './NameAndPassword.tsx';
import { OwnedCard } from './OwnedCard.tsx';
import { t } from './words.ts';

/** Asks for a mailed link; the answer is the same whether or not anyone has that username. */
export function ForgotPasswordPage() {
  const form = useForm({ defaultValues: { username: '' } });
  const forgot = useWrite('password.forgot');
  if (forgot.isSuccess) {
    return (
      <OwnedCard title={t('linkSent')}>
        <Typography sx={{ mb: 5 }}>{t('linkSentMeaning')}</Typography>
        <Button variant="outlined" href={paths.signIn()}>
          {t('backToSignIn')}
        </Button>
      </OwnedCard>
    );
  }
  return (
    <OwnedCard title={t('forgotPassword')} lead={t('forgotLead')} footer={<LanguageChoice />}>
      <form noValidate onSubmit={(event) => void form.handleSubmit((values) => forgot.mutate(values))(event)}>
        <NameField register={form.register} errors={form.formState.errors} />
        {forgot.error && <Banner tone="danger">{forgot.error.message}</Banner>}
        <Box sx={{ display: 'flex', gap: 2 }}>
          <SubmitButton busy={forgot.isPending}>{t('sendLink')}</SubmitButton>
          <Button color="inherit" href={paths.signIn()}>
            {t('back')}
          </Button>
        </Box>
      </form>
    </OwnedCard>
  );
}
