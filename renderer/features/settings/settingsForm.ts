import type { InputOf, OutputOf } from '../../../contract/operations.ts';

export type Settings = OutputOf<'settings.get'>;
export type SettingsChange = InputOf<'settings.update'>;
type MailServer = NonNullable<Settings['smtp']>;
type Secure = MailServer['secure'];
/** By what the mail server lets in. */
type Proof = 'password' | NonNullable<MailServer['oauth']>['grant'];

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
  /** Empty is none. */
  mailsPerMinute: string;
  smtp: {
    host: string;
    port: string;
    secure: Secure;
    username: string;
    proof: Proof;
    tokenUrl: string;
    clientId: string;
    scope: string;
  };
  /** Empty leaves the stored one. */
  smtpPassword: string;
  /** What somebody wrote to the database past the server is right as it stands. */
  confirmed: boolean;
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
    mailsPerMinute: settings.mailsPerMinute === null ? '' : String(settings.mailsPerMinute),
    smtp: {
      host: smtp?.host ?? '',
      port: String(smtp?.port ?? 587),
      secure: smtp?.secure ?? 'starttls',
      username: smtp?.username ?? '',
      proof: smtp?.oauth?.grant ?? 'password',
      tokenUrl: smtp?.oauth?.tokenUrl ?? '',
      clientId: smtp?.oauth?.clientId ?? '',
      scope: smtp?.oauth?.scope ?? '',
    },
    smtpPassword: '',
    confirmed: false,
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
    mailsPerMinute: values.mailsPerMinute.trim() === '' ? null : Number(values.mailsPerMinute),
    smtp: host
      ? {
          host,
          port: Number(smtp.port),
          secure: smtp.secure,
          username: username || null,
          ...oauthOf(smtp),
        }
      : null,
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) =>
      !settings.fixed.includes(name) &&
      ((values.confirmed && isAltered(name, settings)) ||
        JSON.stringify(value) !== JSON.stringify(settings[name as keyof Settings])),
  );
  return { ...(Object.fromEntries(changed) as SettingsChange), ...passwordChange(values, settings) };
}

const isAltered = (name: string, { altered }: Settings): boolean =>
  altered?.some((one) => one === name) ?? false;

/** Whether a change is of how mails go out, so that only a test mail can say that they still do. */
export const changesMail = (change: SettingsChange): boolean =>
  'smtp' in change || 'smtpPassword' in change || 'mailFrom' in change;

function oauthOf({ proof, tokenUrl, clientId, scope }: SettingsValues['smtp']): Pick<MailServer, 'oauth'> {
  if (proof === 'password') return {};
  return {
    oauth: { grant: proof, tokenUrl: tokenUrl.trim(), clientId: clientId.trim(), scope: scope.trim() },
  };
}

/** Whether the stored secret has to be typed again: it goes to nobody but whom it was given for (as the server sees it). */
export function asksSecretAgain({ smtp, confirmed }: SettingsValues, settings: Settings): boolean {
  const { smtp: stored, smtpPasswordSet } = settings;
  const host = smtp.host.trim();
  if (!smtpPasswordSet || !stored || host === '' || smtp.username.trim() === '') return false;
  if (confirmed && (isAltered('smtp', settings) || isAltered('smtpPassword', settings))) return true;
  const tokenUrl = oauthOf(smtp).oauth?.tokenUrl;
  return host !== stored.host || Number(smtp.port) !== stored.port || tokenUrl !== stored.oauth?.tokenUrl;
}

function passwordChange(
  { smtp, smtpPassword, confirmed }: SettingsValues,
  settings: Settings,
): SettingsChange {
  if (settings.fixed.includes('smtp')) return {};
  if (smtpPassword) return { smtpPassword };
  // A password without the name that it belongs to is of no use, and one more secret to lose.
  const losesName = smtp.username.trim() === '' && settings.smtp?.username;
  const isPlanted = smtp.username.trim() === '' && confirmed && isAltered('smtpPassword', settings);
  return isPlanted || (losesName && settings.smtpPasswordSet) ? { smtpPassword: null } : {};
}
