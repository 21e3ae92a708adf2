import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { Banner } from '../../ui/Banner.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { asksSecretAgain, changesMail } from './settingsForm.ts';
import type { SettingsChange, Settings, SettingsValues } from './settingsForm.ts';
import { TestMail, type Testing } from './TestMail.tsx';
import { t } from './words.ts';

const SECURE = [
  { value: 'starttls', label: t('startTls') },
  { value: 'tls', label: t('tls') },
  { value: 'none', label: t('noEncryption') },
];

const PROOFS = [
  { value: 'password', label: t('byPassword') },
  { value: 'client_credentials', label: t('byClientSecret') },
  { value: 'jwt_bearer', label: t('byServiceAccount') },
];

const SECRETS = {
  password: 'password',
  client_credentials: 'clientSecret',
  jwt_bearer: 'privateKey',
} as const;

const VARIABLES = {
  publicUrl: 'GATEHOUSE_PUBLIC_URL',
  mailFrom: 'GATEHOUSE_MAIL_FROM',
  smtp: 'GATEHOUSE_SMTP_URL',
} as const;

interface Props {
  settings: Settings;
  /** What isn't saved yet. */
  change: SettingsChange;
  /** The test mail, which goes by itself when mail settings were saved. */
  test: Testing;
}

/** Where mails go out, and where their links lead. Saving any of it asks for a code. */
export function MailSection({ settings, change, test }: Props) {
  const form = useFormContext<SettingsValues>();
  const { errors } = form.formState;
  const { host, secure, proof } = useWatch({ control: form.control, name: 'smtp' });
  const isFixed = (name: keyof typeof VARIABLES) => settings.fixed.includes(name);
  const isSmtpFixed = isFixed('smtp');
  const fixedWords = (name: keyof typeof VARIABLES) => t('fixedBy', { variable: VARIABLES[name] });
  const unlessFixed = (name: 'publicUrl' | 'mailFrom', helper: string) => ({
    readOnly: isFixed(name),
    helper: isFixed(name) ? fixedWords(name) : helper,
    error: errors[name]?.message,
  });
  const isAskedAgain = asksSecretAgain(form.getValues(), settings);
  return (
    <>
      {settings.altered && <Altered altered={settings.altered} />}
      <Section title={t('address')} id="address">
        <Field
          label={t('publicAddress')}
          optional
          type="url"
          placeholder="https://gatehouse.example.org"
          {...unlessFixed('publicUrl', t('publicAddressMeaning'))}
          {...form.register('publicUrl', {
            validate: (typed) =>
              typed.trim() === '' ||
              /^https?:\/\/[^\s/?#]+\/?$/.test(typed.trim()) ||
              t('publicAddressWrong'),
          })}
        />
      </Section>
      <Section title={t('mailServer')} id="mail" lead={!isSmtpFixed && t('mailServerLead')}>
        {isSmtpFixed && <Banner>{fixedWords('smtp')}</Banner>}
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 120px' }, columnGap: 4 }}>
          <Field
            label={t('server')}
            optional
            placeholder="smtp.example.org"
            readOnly={isSmtpFixed}
            helper={isSmtpFixed ? undefined : t('serverMeaning')}
            inputProps={{ autoCapitalize: 'none', spellCheck: false }}
            error={errors.smtp?.host?.message ?? errors.smtp?.message}
            {...form.register('smtp.host')}
          />
          <Field
            label={t('port')}
            readOnly={isSmtpFixed}
            inputProps={{ inputMode: 'numeric' }}
            error={errors.smtp?.port?.message}
            {...form.register('smtp.port', {
              validate: (typed) => isPort(typed) || t('portWrong'),
            })}
          />
        </Box>
        <SelectField
          label={t('encryption')}
          options={SECURE}
          disabled={isSmtpFixed}
          helper={host && secure === 'none' ? t('noEncryptionMeaning') : undefined}
          error={errors.smtp?.secure?.message}
          {...form.register('smtp.secure')}
        />
        {!isSmtpFixed && (
          <SelectField
            label={t('proof')}
            options={PROOFS}
            helper={proof === 'password' ? undefined : t('proofMeaning')}
            {...form.register('smtp.proof')}
          />
        )}
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 4 }}>
          <Field
            label={t('username')}
            optional
            autoComplete="off"
            readOnly={isSmtpFixed}
            inputProps={{ autoCapitalize: 'none', spellCheck: false }}
            error={errors.smtp?.username?.message}
            {...form.register('smtp.username')}
          />
          {isSmtpFixed ? null : (
            <PasswordField
              label={t(SECRETS[proof])}
              autoComplete="new-password"
              helper={settings.smtpPasswordSet ? t(isAskedAgain ? 'secretAgain' : 'secretStored') : undefined}
              error={errors.smtpPassword?.message}
              {...form.register('smtpPassword', {
                validate: (typed, values) =>
                  typed !== '' || !asksSecretAgain(values, settings) || t('secretAgain'),
              })}
            />
          )}
        </Box>
        {proof !== 'password' && !isSmtpFixed && <TokenFields />}
        <Field
          label={t('sender')}
          optional
          type="email"
          placeholder="gatehouse@example.org"
          {...unlessFixed('mailFrom', t('senderMeaning'))}
          {...form.register('mailFrom')}
        />
        <Field
          label={t('mailsPerMinute')}
          optional
          helper={t('mailsPerMinuteMeaning')}
          inputProps={{ inputMode: 'numeric' }}
          error={errors.mailsPerMinute?.message}
          {...form.register('mailsPerMinute', {
            validate: (typed) => typed.trim() === '' || isQuota(typed) || t('mailsPerMinuteWrong'),
          })}
        />
        <TestMail test={test} isConfigured={settings.smtp !== null} isDirty={changesMail(change)} />
      </Section>
    </>
  );
}

const ALTERED = {
  publicUrl: 'publicAddress',
  mailFrom: 'sender',
  smtp: 'mailServer',
  smtpPassword: 'alteredPassword',
} as const;

/** What somebody wrote to the database past the server. It stands in the fields below, and counts once somebody says that it is right. */
function Altered({ altered }: { altered: NonNullable<Settings['altered']> }) {
  const { control } = useFormContext<SettingsValues>();
  const names = altered.map((name) => t(ALTERED[name])).join(', ');
  return (
    <Box sx={{ mb: 6 }}>
      <Banner tone="warning">{t('wayAltered', { names })}</Banner>
      <Controller
        control={control}
        name="confirmed"
        render={({ field: { value, onChange } }) => (
          <FormControlLabel
            control={<Checkbox size="small" checked={value} onChange={onChange} />}
            label={t('wayConfirmed')}
          />
        )}
      />
    </Box>
  );
}

/** Who gives tokens for the mailbox. */
function TokenFields() {
  const form = useFormContext<SettingsValues>();
  const { errors } = form.formState;
  const plain = { autoCapitalize: 'none', spellCheck: false };
  return (
    <>
      <Field
        label={t('tokenUrl')}
        type="url"
        placeholder="https://login.microsoftonline.com/…/oauth2/v2.0/token"
        error={errors.smtp?.tokenUrl?.message}
        {...form.register('smtp.tokenUrl', {
          validate: (typed) => /^https?:\/\/[^\s?#]+$/.test(typed.trim()) || t('tokenUrlWrong'),
        })}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 4 }}>
        <Field
          label={t('tokenClient')}
          inputProps={plain}
          error={errors.smtp?.clientId?.message}
          {...form.register('smtp.clientId', { required: t('needed') })}
        />
        <Field
          label={t('tokenScope')}
          placeholder="https://outlook.office365.com/.default"
          inputProps={plain}
          error={errors.smtp?.scope?.message}
          {...form.register('smtp.scope', { required: t('needed') })}
        />
      </Box>
    </>
  );
}

const isQuota = (typed: string) => /^[1-9][0-9]{0,3}$/.test(typed.trim()) && Number(typed) <= 6000;

const isPort = (typed: string) =>
  /^[0-9]{1,5}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 65535;
