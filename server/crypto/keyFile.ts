import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { join } from 'node:path';
import { Failure, WrongUse } from '../failure.ts';
import { formatKeyring, parseKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import type { RandomSource } from './random.ts';

export interface KeySources {
  /** The content of `GATEHOUSE_KEY`. */
  env?: string | undefined;
  /** A key file that must exist. */
  file?: string | undefined;
  /** SQLite's folder, in which `gatehouse.key` lies unless another key is named; null on PostgreSQL. */
  dataDir: string | null;
}

export interface LoadedKeys {
  keys: Keyring;
  /** For sentences: *the file /etc/gatehouse/key*. */
  source: string;
}

/** A file of keys has some lines; anything larger is something else. */
const LARGEST_BYTES = 65_536;

/**
 * Loads the keys, and makes none: null where they lie in a folder that has neither key nor database yet. Throws one sentence
 * for the operator, `WrongUse` where it isn't clear which key is meant.
 */
export function loadKeys({ env, file, dataDir }: KeySources): LoadedKeys | null {
  if (env !== undefined && file !== undefined) {
    throw new WrongUse(
      'The key is named twice, by GATEHOUSE_KEY and by --key-file (GATEHOUSE_KEY_FILE). Leave one of them out.',
    );
  }
  if (env !== undefined) return { keys: readKeyText(env), source: 'GATEHOUSE_KEY' };
  if (file !== undefined) return readKeyFile(file);
  if (dataDir === null) {
    throw new WrongUse(
      'On PostgreSQL the key is named, because all servers of a database need the same one: --key-file FILE (GATEHOUSE_KEY_FILE), or the key itself in GATEHOUSE_KEY. `gatehouse keys create FILE` makes one.',
    );
  }
  const path = keyFileIn(dataDir);
  if (existsSync(path)) return readKeyFile(path);
  // A new key would open nothing in this database, and would hide that the old one is lost.
  if (existsSync(join(dataDir, 'gatehouse.db'))) {
    throw new Failure(
      `The key file ${path} is missing, but there is a database. Put the file back from its backup.`,
    );
  }
  return null;
}

/** Makes the key of a new folder, for the account that runs the server alone, and loads it. */
export function makeKeys(dataDir: string, random: RandomSource): LoadedKeys {
  const path = keyFileIn(dataDir);
  // Another server starting on the same folder may be first: its key is the key.
  createKeyFile(path, random);
  return readKeyFile(path);
}

const keyFileIn = (dataDir: string) => join(dataDir, 'gatehouse.key');

/** Makes a file with a new key, for its owner alone. Answers the key; null where there is such a file already. */
export function createKeyFile(path: string, random: RandomSource): Keyring | null {
  const keyring = { current: 1, keys: new Map([[1, random.bytes(32)]]) };
  let descriptor;
  try {
    descriptor = openSync(path, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw new Failure(`The key file ${path} cannot be made (${codeOf(error)}). Check its folder.`, {
      cause: error,
    });
  }
  try {
    writeSync(descriptor, formatKeyring(keyring));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return keyring;
}

/** A key file that must be there. Throws one sentence for the operator. */
export function readKeyFile(path: string): LoadedKeys {
  const stats = statsOf(path);
  if (!stats) {
    throw new WrongUse(
      `There is no key file ${path}. Name the one that this database was made with; for a new database \`gatehouse keys create ${path}\` makes it.`,
    );
  }
  if (!stats.isFile() || stats.size > LARGEST_BYTES) {
    throw new WrongUse(
      `${path} is no key file${stats.isDirectory() ? ', but a folder' : ''}. Name a file as \`gatehouse keys create FILE\` makes it.`,
    );
  }
  // Windows has no such bits; there the folder's access list decides.
  if (process.platform !== 'win32' && isOpenToOthers(stats)) {
    throw new Failure(`The key file ${path} can be read by others. Run: chmod 600 ${path}`);
  }
  return { keys: parsedKeys(textOf(path), `The key file ${path}`), source: `the file ${path}` };
}

/** Root's own file may be read by one group: so Kubernetes hands out a secret (`fsGroup`). */
export function isOpenToOthers({ mode, uid }: Pick<Stats, 'mode' | 'uid'>): boolean {
  return (mode & (uid === 0 ? 0o037 : 0o077)) !== 0;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unreadable(path, error);
  }
}

const unreadable = (path: string, error: unknown) =>
  new WrongUse(
    `The key file ${path} cannot be read (${codeOf(error)}). Let the account that runs the server read it.`,
    { cause: error },
  );

/** What `GATEHOUSE_KEY` holds. Throws a sentence that shows nothing of it. */
export const readKeyText = (text: string): Keyring => parsedKeys(text, 'The key');

function parsedKeys(text: string, name: string): Keyring {
  try {
    return parseKeyring(text);
  } catch (error) {
    throw new WrongUse(`${name} can't be used. ${error instanceof Error ? error.message : ''}`, {
      cause: error,
    });
  }
}

const codeOf = (error: unknown) =>
  String((error instanceof Error ? Reflect.get(error, 'code') : undefined) ?? 'for no known reason');
