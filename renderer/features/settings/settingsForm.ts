import type { InputOf, OutputOf } from '../../../contract/operations.ts';

export type Settings = OutputOf<'settings.get'>;
export type SettingsChange = InputOf<'settings.update'>;
type Secure = NonNullable<Settings['smtp']>['secure'];

export interface SettingsValues {
  organisation: string;
  helpDeskPhone: string;
  helpDeskHours: string;
  language: Settings['language'];
  timeZone: string;
  /** Empty is none. */
  country: string;
  publicUrl: string;
  mailFrom: string;
  smtp: { host: string; port: string; secure: Secure; username: string };
  /** Empty leaves the stored one. */
  smtpPassword: string;
}

/** What stands in the fields. */
export function valuesOf(settings: Settings): SettingsValues {
  const { smtp } = settings;
  return {
    organisation: settings.organisation,
    helpDeskPhone: settings.helpDeskPhone ?? '',
    helpDeskHours: settings.helpDeskHours ?? '',
    language: settings.language,
    timeZone: settings.timeZone,
    country: settings.country ?? '',
    publicUrl: settings.publicUrl ?? '',
    mailFrom: settings.mailFrom ?? '',
    smtp: {
      host: smtp?.host ?? '',
      port: String(smtp?.port ?? 587),
      secure: smtp?.secure ?? 'starttls',
      username: smtp?.username ?? '',
    },
    smtpPassword: '',
  };
}

/** What was changed, as the server takes it; what the environment fixes is never among it. */
export function changeOf(values: SettingsValues, settings: Settings): SettingsChange {
  const { smtp } = values;
  const host = smtp.host.trim();
  const username = smtp.username.trim();
  const wanted: SettingsChange = {
    organisation: values.organisation.trim(),
    helpDeskPhone: values.helpDeskPhone.trim() || null,
    helpDeskHours: values.helpDeskHours.trim() || null,
    language: values.language,
    timeZone: values.timeZone,
    country: values.country || null,
    publicUrl: values.publicUrl.trim().replace(/\/+$/, '') || null,
    mailFrom: values.mailFrom.trim() || null,
    smtp: host ? { host, port: Number(smtp.port), secure: smtp.secure, username: username || null } : null,
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) =>
      !settings.fixed.includes(name) &&
      JSON.stringify(value) !== JSON.stringify(settings[name as keyof Settings]),
  );
  return { ...(Object.fromEntries(changed) as SettingsChange), ...passwordChange(values, settings) };
}

function passwordChange({ smtp, smtpPassword }: SettingsValues, settings: Settings): SettingsChange {
  if (settings.fixed.includes('smtp')) return {};
  if (smtpPassword) return { smtpPassword };
  // A password without the name that it belongs to is of no use, and one more secret to lose.
  const losesName = smtp.username.trim() === '' && settings.smtp?.username;
  return losesName && settings.smtpPasswordSet ? { smtpPassword: null } : {};
}
