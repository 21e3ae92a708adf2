import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Seals a text so that only this person on this computer can open it; handed in (safeStorage). */
export interface Vault {
  /** False where the system offers no keychain: then nothing is sealed, and the person is told. */
  available(): boolean;
  seal(text: string): Buffer;
  /** Throws where the text was sealed by another keychain. */
  open(sealed: Buffer): string;
}

export interface LocalKeyring {
  text: string;
  /** False: the key lies in a file that only this account may read (S-80). */
  sealed: boolean;
}

/** The key is sealed by a keychain that is locked, or by another one. */
export class KeychainLocked extends Error {
  constructor(cause: unknown) {
    super('The keychain does not open the key of this organisation. Unlock the keychain.', { cause });
  }
}

/**
 * The keyring that seals the TOTP secrets of a server on this computer (S-80): sealed by the keychain, or where there is
 * none a file of mode 0600 outside the database's folder. Made at the first start, moved into the keychain when one appears.
 * Throws KeychainLocked where a sealed keyring cannot be opened: a new one would make every authenticator here useless.
 */
export function loadKeyring(path: string, vault: Vault): LocalKeyring {
  const [, sealedPath] = keyringFiles(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(sealedPath)) return { text: openSealed(sealedPath, vault), sealed: true };
  const text = existsSync(path) ? readFileSync(path, 'utf8') : makeKeyring();
  if (!vault.available()) {
    if (!existsSync(path)) write(path, text);
    return { text, sealed: false };
  }
  write(sealedPath, vault.seal(text));
  rmSync(path, { force: true });
  return { text, sealed: true };
}

/** Where a keyring can lie: in the open, or sealed. */
export const keyringFiles = (path: string) => [path, `${path}.sealed`] as const;

function openSealed(path: string, vault: Vault): string {
  try {
    return vault.open(readFileSync(path));
  } catch (error) {
    throw new KeychainLocked(error);
  }
}

// Written beside and renamed: a crash leaves the old file or the whole new one, never half a key.
function write(path: string, data: string | Buffer): void {
  writeFileSync(`${path}.new`, data, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** A first key of 32 bytes, as a key file of the server has it: version and base64url. */
const makeKeyring = () => `1:${randomBytes(32).toString('base64url')}\n`;
