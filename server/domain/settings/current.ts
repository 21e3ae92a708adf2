import { FIRST_LANGUAGE } from '../../../contract/words/languages.ts';
import type { Language } from '../../../contract/words/languages.ts';
import type { Reader } from '../../db/connection.ts';
import type { StoredSetting } from './macs.ts';
import { readOrganisation, storedSettings } from './store.ts';

export interface SmtpSettings {
  host: string;
  port: number;
  secure: 'tls' | 'starttls' | 'none';
  username: string | null;
  /** The password is the secret for which tokens are given. */
  oauth?: SmtpOauth;
}

/** A service that gives tokens for a mailbox. */
export interface SmtpOauth {
  grant: 'client_credentials' | 'jwt_bearer';
  tokenUrl: string;
  clientId: string;
  scope: string;
}

/** What the organisation set. What the environment fixes goes before it: see effective.ts. */
export interface Settings {
  organisation: string;
  helpDeskPhone: string | null;
  helpDeskHours: string | null;
  publicUrl: string | null;
  /** For whoever chose none. */
  language: Language;
  /** IANA name. */
  timeZone: string;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  mailFrom: string | null;
  mailsPerMinute: number | null;
  smtp: SmtpSettings | null;
  sealedSmtpPassword: string | null;
  /** As they are stored, where they were read: by these it is known whether a server with the key wrote them. */
  stored?: readonly StoredSetting[];
}

const DEFAULTS: Settings = {
  organisation: 'Gatehouse',
  helpDeskPhone: null,
  helpDeskHours: null,
  publicUrl: null,
  language: FIRST_LANGUAGE,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  country: null,
  mailFrom: null,
  mailsPerMinute: null,
  smtp: null,
  sealedSmtpPassword: null,
};

/** The organisation's settings, with defaults where nothing was set. A value that isn't JSON throws. */
export async function readSettings(reader: Reader): Promise<Settings> {
  const organisation = await readOrganisation(reader);
  const rows = await storedSettings(reader);
  const stored = Object.fromEntries(
    rows
      .filter(({ name }) => name in DEFAULTS)
      .map(({ name, value }) => [name, JSON.parse(value) as unknown]),
  );
  const named = organisation ? { organisation: organisation.name } : {};
  return { ...DEFAULTS, ...stored, ...named, stored: rows };
}
