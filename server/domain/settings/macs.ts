import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { rowMac } from '../../crypto/rowMac.ts';

/** A setting as it is stored: its value is JSON text. */
export interface StoredSetting {
  name: string;
  value: string;
  mac: string | null;
}

export const SETTING_MACS = rowMac<Omit<StoredSetting, 'mac'>>('settings', { name: true, value: true });

/** By which mails go, and to where their links lead: each with what of the environment goes before it. */
const WAY = new Map<string, 'smtpUrl' | 'mailFrom' | 'publicUrl'>([
  ['smtp', 'smtpUrl'],
  ['sealedSmtpPassword', 'smtpUrl'],
  ['mailFrom', 'mailFrom'],
  ['publicUrl', 'publicUrl'],
]);

/**
 * Whether a server with the key wrote by which way mails go. SECURITY: whoever writes to the database would have every link and code
 * mailed by a server of theirs (S-120). What the environment fixes isn't read of the database, and isn't judged.
 */
export const isWayAsWritten = (
  { keys, config }: Pick<Deps, 'keys' | 'config'>,
  stored: readonly StoredSetting[],
): boolean =>
  stored.every((row) => {
    const fixedBy = WAY.get(row.name);
    return fixedBy === undefined || config[fixedBy] !== null || SETTING_MACS.isAsWritten(keys, row);
  });

/** The settings, without a public address that no server with the key wrote. SECURITY: no link in a mail leads there (S-120). */
export function withWrittenUrl<S extends { publicUrl: string | null; stored?: readonly StoredSetting[] }>(
  keys: Keyring,
  settings: S,
): S {
  const row = settings.stored?.find(({ name }) => name === 'publicUrl');
  return !row || SETTING_MACS.isAsWritten(keys, row) ? settings : { ...settings, publicUrl: null };
}

/** Names of stored settings that no server with the key wrote. */
export const alteredSettings = (keys: Keyring, stored: readonly StoredSetting[]): string[] =>
  stored.filter((row) => !SETTING_MACS.isAsWritten(keys, row)).map(({ name }) => name);

/** Settings as people set them, by what is stored of them. */
const SET_AS = {
  publicUrl: 'publicUrl',
  mailFrom: 'mailFrom',
  smtp: 'smtp',
  sealedSmtpPassword: 'smtpPassword',
} as const;

/** What of the way of mails has to be looked at and saved again. */
export const alteredWay = (
  deps: Pick<Deps, 'keys' | 'config'>,
  stored: readonly StoredSetting[],
): (typeof SET_AS)[keyof typeof SET_AS][] =>
  (Object.keys(SET_AS) as (keyof typeof SET_AS)[]).flatMap((name) => {
    const row = stored.find((one) => one.name === name);
    return row && !isWayAsWritten(deps, [row]) ? [SET_AS[name]] : [];
  });
