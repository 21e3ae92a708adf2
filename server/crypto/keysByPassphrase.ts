import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { formatKeyring, parseKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import type { RandomSource } from './random.ts';
import { SealBroken } from './seal.ts';

/** Keys that a passphrase opens; all but that may be known to anybody. */
export interface SealedKeys {
  /** Of argon2id: what was spent on it when it was sealed. */
  memoryCost: number;
  timeCost: number;
  /** base64url, as the others. */
  salt: string;
  iv: string;
  sealed: string;
}

// More than a sign-in's: it is asked for once in years, and whoever has the file can try for years.
const SALT_BYTES = 16;
const COST = { memoryCost: 262_144, timeCost: 4 };
/** Whoever made a file up could else have all memory taken. */
const MOST = { memoryCost: 1_048_576, timeCost: 20 };
const TAG_BYTES = 16;
const CONTEXT = Buffer.from('gatehouse:backup-keys');

/** Seals a keyring with a passphrase (argon2id, then AES-256-GCM). */
export async function sealKeys(
  keyring: Keyring,
  passphrase: string,
  random: RandomSource,
): Promise<SealedKeys> {
  const salt = random.bytes(SALT_BYTES);
  const iv = random.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt, COST), iv);
  cipher.setAAD(CONTEXT);
  const text = formatKeyring(keyring);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  return { ...COST, salt: encoded(salt), iv: encoded(iv), sealed: encoded(sealed) };
}

/** Throws `SealBroken` where it isn't that passphrase. */
export async function openKeys(keys: SealedKeys, passphrase: string): Promise<Keyring> {
  if (!isCost(keys)) throw new SealBroken();
  const bytes = Buffer.from(keys.sealed, 'base64url');
  const key = await keyOf(passphrase, Buffer.from(keys.salt, 'base64url'), keys);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(keys.iv, 'base64url'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(CONTEXT);
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    return parseKeyring(plain.toString('utf8'));
  } catch (error) {
    throw new SealBroken(error);
  }
}

const isCost = ({ memoryCost, timeCost, salt }: SealedKeys): boolean =>
  memoryCost >= COST.memoryCost &&
  memoryCost <= MOST.memoryCost &&
  timeCost >= COST.timeCost &&
  timeCost <= MOST.timeCost &&
  Buffer.from(salt, 'base64url').length === SALT_BYTES;

function keyOf(
  passphrase: string,
  salt: Uint8Array,
  { memoryCost, timeCost }: Pick<SealedKeys, 'memoryCost' | 'timeCost'>,
): Promise<Buffer> {
  return hashRaw(passphrase.normalize('NFC'), { memoryCost, timeCost, parallelism: 1, outputLen: 32, salt });
}
