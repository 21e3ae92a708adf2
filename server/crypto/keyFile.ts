import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { formatKeyring, parseKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import type { RandomSource } from './random.ts';

export interface KeyringOptions {
  /** The content of the environment variable or of the desktop's keychain; goes before the rest. */
  env?: string;
  /** A key file that must exist. */
  file?: string;
  /** Where `gatehouse.key` is kept, and made where there is none yet. */
  dataDir?: string;
  random: RandomSource;
}

/** Loads the keys. Throws one sentence for the operator: what is wrong and what to do. */
export function loadKeyring({ env, file, dataDir, random }: KeyringOptions): Keyring {
  if (env !== undefined && env.trim() !== '') return parseKeyring(env);
  if (file) return readKeyFile(file);
  if (!dataDir) throw new Error('No key is named: give a key file or a data folder.');

  const path = join(dataDir, 'gatehouse.key');
  if (!existsSync(path)) {
    // A new key would open nothing in this database, and would hide that the old one is lost.
    if (existsSync(join(dataDir, 'gatehouse.db'))) {
      throw new Error(
        `The key file ${path} is missing, but there is a database. Put the file back from its backup.`,
      );
    }
    createKeyFile(path, random);
  }
  return readKeyFile(path);
}

function readKeyFile(path: string): Keyring {
  if (!existsSync(path)) throw new Error(`The key file ${path} doesn't exist.`);
  // Windows has no such bits; there the folder's access list decides.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`The key file ${path} can be read by others. Run: chmod 600 ${path}`);
  }
  try {
    return parseKeyring(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`The key file ${path} can't be used. ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

function createKeyFile(path: string, random: RandomSource): void {
  const keyring = { current: 1, keys: new Map([[1, random.bytes(32)]]) };
  let descriptor;
  try {
    descriptor = openSync(path, 'wx', 0o600);
  } catch (error) {
    // Another server starting on the same folder was first: its key is the key.
    if (existsSync(path)) return;
    throw error;
  }
  try {
    writeSync(descriptor, formatKeyring(keyring));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
