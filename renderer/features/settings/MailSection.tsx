import Box from '@mui/material/Box';
import { useFormContext, useWatch } from 'react-hook-form';
import { Banner } from '../../ui/Banner.tsx';
import { Field } from '../../ui/Field.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { Section } from '../../ui/Section.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import type { SettingsChange, Settings, SettingsValues } from './settingsForm.ts';
import { TestMail } from './TestMail.tsx';

const SECURE = [
  { value: 'starttls', label: 'STARTTLS (usually port 587)' },
  { value: 'tls', label: 'TLS (usually port 465)' },
  { value: 'none', label: 'None' },
];

const VARIABLES: Record<string, string> = {
  publicUrl: 'GATEHOUSE_PUBLIC_URL',
  mailFrom: 'GATEHOUSE_MAIL_FROM',
  smtp: 'GATEHOUSE_SMTP_URL',
};

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
  const isFixed = (name: string) => settings.fixed.includes(name);
  const isSmtpFixed = isFixed('smtp');
  const fixedWords = (name: string) => `Fixed by ${VARIABLES[name]} on the server. Change it there.`;
  const unlessFixed = (name: 'publicUrl' | 'mailFrom', helper: string) => ({
    readOnly: isFixed(name),
    helper: isFixed(name) ? fixedWords(name) : helper,
    error: errors[name]?.message,
  });
  const isMailDirty = 'smtp' in change || 'smtpPassword' in change || 'mailFrom' in change;
  return (
    <>
      <Section title="Address">
        <Field
          label="Public address"
          optional
          type="url"
          placeholder="https://gatehouse.example.org"
          {...unlessFixed('publicUrl', 'Links in mails lead here.')}
          {...form.register('publicUrl', {
            validate: (typed) =>
              typed.trim() === '' ||
              /^https?:\/\/[^\s/?#]+\/?$/.test(typed.trim()) ||
              'Write it like https://gatehouse.example.org, with nothing after the name.',
          })}
        />
      </Section>
      <Section
        title="Mail server"
        lead={!isSmtpFixed && 'Saving it asks for a code from your authenticator app.'}
      >
        {isSmtpFixed && <Banner>{fixedWords('smtp')}</Banner>}
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 120px' }, columnGap: 4 }}>
          <Field
            label="Server"
            optional
            placeholder="smtp.example.org"
            readOnly={isSmtpFixed}
            helper={isSmtpFixed ? undefined : 'Without one, mails wait in the outbox.'}
            inputProps={{ autoCapitalize: 'none', spellCheck: false }}
            error={errors.smtp?.host?.message ?? errors.smtp?.message}
            {...form.register('smtp.host')}
          />
          <Field
            label="Port"
            readOnly={isSmtpFixed}
            inputProps={{ inputMode: 'numeric' }}
            error={errors.smtp?.port?.message}
            {...form.register('smtp.port', {
              validate: (typed) => isPort(typed) || 'A number from 1 to 65535.',
            })}
          />
        </Box>
        <SelectField
          label="Encryption"
          options={SECURE}
          disabled={isSmtpFixed}
          helper={
            host && secure === 'none'
              ? 'Codes and links would cross the network in the clear: only for a server on this machine.'
              : undefined
          }
          error={errors.smtp?.secure?.message}
          {...form.register('smtp.secure')}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 4 }}>
          <Field
            label="Username"
            optional
            autoComplete="off"
            readOnly={isSmtpFixed}
            inputProps={{ autoCapitalize: 'none', spellCheck: false }}
            error={errors.smtp?.username?.message}
            {...form.register('smtp.username')}
          />
          {isSmtpFixed ? null : (
            <PasswordField
              label="Password"
              autoComplete="new-password"
              helper={settings.smtpPasswordSet ? 'One is stored. Type to replace it.' : undefined}
              error={errors.smtpPassword?.message}
              {...form.register('smtpPassword')}
            />
          )}
        </Box>
        <Field
          label="Sender"
          optional
          type="email"
          placeholder="gatehouse@example.org"
          {...unlessFixed('mailFrom', 'The address that mails come from.')}
          {...form.register('mailFrom')}
        />
        <TestMail isConfigured={settings.smtp !== null} isDirty={isMailDirty} />
      </Section>
    </>
  );
}

const isPort = (typed: string) =>
  /^[0-9]{1,5}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 65535;
