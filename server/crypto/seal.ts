import { createCipheriv, createDecipheriv } from 'node:crypto';
import { deriveKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import type { RandomSource } from './random.ts';

/** What a sealed value belongs to. It opens for the same three only, so that values can't be swapped in the database. */
export interface SealContext {
  purpose: string;
  userId: string;
  recordId: string;
}

/** The value was changed, belongs elsewhere, or its key is gone. */
export class SealBroken extends Error {
  constructor(cause?: unknown) {
    super("A sealed value can't be opened.", { cause });
    this.name = 'SealBroken';
  }
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM (NIST SP 800-38D), as `v1.<key version>.<iv>.<ciphertext and tag>` in base64url. */
export function seal(
  keyring: Keyring,
  random: RandomSource,
  context: SealContext,
  plaintext: string,
): string {
  const version = keyring.current;
  const iv = random.bytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(keyring, version, 'seal'), iv);
  cipher.setAAD(bind(context, version));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `v1.${version}.${Buffer.from(iv).toString('base64url')}.${sealed.toString('base64url')}`;
}

/** Throws `SealBroken` for anything but a value that was sealed for this very context. */
export function unseal(keyring: Keyring, context: SealContext, sealed: string): string {
  const [, digits, iv, body] = /^v1\.(\d+)\.([\w-]{16})\.([\w-]{22,})$/.exec(sealed) ?? [];
  const version = Number(digits);
  if (!iv || !body || !keyring.keys.has(version)) throw new SealBroken();

  const bytes = Buffer.from(body, 'base64url');
  const key = deriveKey(keyring, version, 'seal');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bind(context, version));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SealBroken(error);
  }
}

/** The key version a value was sealed with, for rotation; null where it isn't a sealed value. */
export function sealedWith(sealed: string): number | null {
  const version = /^v1\.(\d+)\./.exec(sealed)?.[1];
  return version === undefined ? null : Number(version);
}

// JSON, because with plain joining ('ab','c') and ('a','bc') would be one and the same.
function bind({ purpose, userId, recordId }: SealContext, version: number): Buffer {
  return Buffer.from(JSON.stringify(['gatehouse', 1, version, purpose, userId, recordId]));
}
