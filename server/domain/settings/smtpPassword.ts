import { seal, unseal } from '../../crypto/seal.ts';
import type { Deps } from '../../context.ts';
import type { Settings } from './current.ts';

/** What the sealed password is bound to. */
export const SMTP_PASSWORD = { purpose: 'settings', userId: '', recordId: 'smtpPassword' };

export function sealSmtpPassword({ keys, random }: Pick<Deps, 'keys' | 'random'>, password: string): string {
  return seal(keys, random, SMTP_PASSWORD, password);
}

/** Null where none is set. Throws `SealBroken` where the key is gone. */
export function openSmtpPassword(
  keys: Deps['keys'],
  settings: Pick<Settings, 'sealedSmtpPassword'>,
): string | null {
  const { sealedSmtpPassword } = settings;
  return sealedSmtpPassword === null ? null : unseal(keys, SMTP_PASSWORD, sealedSmtpPassword);
}
