import { sentence } from '../../../contract/words/sentence.ts';
import { isEveryAddress } from '../../config.ts';
import type { Config } from '../../config.ts';
import { readSmtpUrl } from '../../config/smtpUrl.ts';
import { refuse } from '../../refusal.ts';
import type { Settings, SmtpSettings } from './current.ts';

type UrlConfig = Pick<Config, 'publicUrl' | 'host' | 'port' | 'tls'>;
type FixedConfig = Pick<Config, 'publicUrl' | 'mailFrom' | 'smtpUrl'>;

/**
 * Where mail links lead, without a slash at the end: the environment's address, the setting, or the address that this
 * server listens on. SECURITY: never from a request's Host (S-64).
 */
export function publicUrlOf(config: UrlConfig, settings: Pick<Settings, 'publicUrl'>): string {
  const url = config.publicUrl ?? settings.publicUrl ?? listeningUrl(config);
  return url.replace(/\/+$/, '');
}

/** The address that this server listens on, as a person on the same machine would type it. */
export function listeningUrl({ host, port, tls }: Omit<UrlConfig, 'publicUrl'>): string {
  const name = isEveryAddress(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${tls ? 'https' : 'http'}://${name}:${port}`;
}

/** Settings that the environment fixes, with the variable that does. */
const VARIABLES = {
  publicUrl: { config: 'publicUrl', variable: 'GATEHOUSE_PUBLIC_URL' },
  mailFrom: { config: 'mailFrom', variable: 'GATEHOUSE_MAIL_FROM' },
  smtp: { config: 'smtpUrl', variable: 'GATEHOUSE_SMTP_URL' },
  smtpPassword: { config: 'smtpUrl', variable: 'GATEHOUSE_SMTP_URL' },
} as const;
type Fixable = keyof typeof VARIABLES;

const isFixable = (name: string): name is Fixable => name in VARIABLES;

export function fixedSettings(config: FixedConfig): Fixable[] {
  return (Object.keys(VARIABLES) as Fixable[]).filter((name) => config[VARIABLES[name].config] !== null);
}

/** Refuses to change what the environment fixes: it would look changed and not be. */
export function refuseFixed(config: FixedConfig, names: readonly string[]): void {
  const fixed = names.filter(isFixable).filter((name) => config[VARIABLES[name].config] !== null);
  const [first] = fixed;
  if (first === undefined) return;
  const fixedBy = (name: Fixable) => sentence('answers/settings', 'fixedBy', VARIABLES[name]);
  throw refuse('invalid_input', {
    detail: fixedBy(first),
    fields: Object.fromEntries(fixed.map((name) => [name, fixedBy(name)])),
  });
}

/** The settings that hold: the environment's before the organisation's. */
export function effectiveSettings(config: FixedConfig, settings: Settings): Settings {
  return {
    ...settings,
    publicUrl: config.publicUrl ?? settings.publicUrl,
    mailFrom: config.mailFrom ?? settings.mailFrom,
    smtp: config.smtpUrl === null ? settings.smtp : smtpOfUrl(config.smtpUrl),
  };
}

/** What of the URL is shown: all but the password. */
function smtpOfUrl(smtpUrl: string): SmtpSettings {
  const { host, port, secure, username } = readSmtpUrl(smtpUrl);
  // In the order of the settings, which are compared as they are written.
  return { host, port, secure: secure ? 'tls' : 'starttls', username };
}
