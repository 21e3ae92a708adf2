import type { Keyring } from '../../crypto/keyring.ts';
import { rowMac } from '../../crypto/rowMac.ts';

/** A setting as it is stored: its value is JSON text. */
export interface StoredSetting {
  name: string;
  value: string;
  mac: string | null;
}

export const SETTING_MACS = rowMac<Omit<StoredSetting, 'mac'>>('settings', { name: true, value: true });

/** By which mails go, and to where their links lead. */
const WAY: readonly string[] = ['smtp', 'mailFrom', 'publicUrl', 'sealedSmtpPassword'];

/** SECURITY: whoever writes to the database would have every link and code mailed by a server of theirs (S-120). */
export const isWayAsWritten = (keys: Keyring, stored: readonly StoredSetting[]): boolean =>
  stored.every((row) => !WAY.includes(row.name) || SETTING_MACS.isAsWritten(keys, row));
