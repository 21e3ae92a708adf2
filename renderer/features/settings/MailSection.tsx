import Box from '@mui/material/Box';
import { useFormContext, useWatch } from 'react-hook-form';
import { Banner } from '../../ui/Banner.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { SettingsChange, Settings, SettingsValues } from './settingsForm.ts';
import { TestMail } from './TestMail.tsx';
import { t } from './words.ts';

const SECURE = [
  { value: 'starttls', label: t('startTls') },
  { value: 'tls', label: t('tls') },
  { value: 'none', label: t('noEncryption') },
];

const VARIABLES = {
  publicUrl: 'GATEHOUSE_PUBLIC_URL',
  mailFrom: 'GATEHOUSE_MAIL_FROM',
  smtp: 'GATEHOUSE_SMTP_URL',
} as const;

interface Props {
  settings: Settings;
  /** What isn't saved yet. */
  change: SettingsChange;
}

/** Where mails go out, and where their links lead. Saving any of it asks for a code. */
export function MailSection({ settings, change }: Props) {
  const form = useFormContext<SettingsValues>();
  const { errors } = form.formState;
  const [host, secure] = useWatch({ control: form.control, name: ['smtp.host', 'smtp.secure'] });
  const isFixed = (name: keyof typeof VARIABLES) => settings.fixed.includes(name);
  const isSmtpFixed = isFixed('smtp');
  const fixedWords = (name: keyof typeof VARIABLES) => t('fixedBy', { variable: VARIABLES[name] });
  const unlessFixed = (name: 'publicUrl' | 'mailFrom', helper: string) => ({
    readOnly: isFixed(name),
    helper: isFixed(name) ? fixedWords(name) : helper,
    error: errors[name]?.message,
  });
  const isMailDirty = 'smtp' in change || 'smtpPassword' in change || 'mailFrom' in change;
  return (
    <>
      <Section title={t('address')}>
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
      <Section title={t('mailServer')} lead={!isSmtpFixed && t('mailServerLead')}>
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
              label={t('password')}
              autoComplete="new-password"
              helper={settings.smtpPasswordSet ? t('secretStored') : undefined}
              error={errors.smtpPassword?.message}
              {...form.register('smtpPassword')}
            />
          )}
        </Box>
        <Field
          label={t('sender')}
          optional
          type="email"
          placeholder="gatehouse@example.org"
          {...unlessFixed('mailFrom', t('senderMeaning'))}
          {...form.register('mailFrom')}
        />
        <TestMail isConfigured={settings.smtp !== null} isDirty={isMailDirty} />
      </Section>
    </>
  );
}

const isPort = (typed: string) =>
  /^[0-9]{1,5}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 65535;
