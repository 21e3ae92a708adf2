import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import {
  closeSync,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, WrongUse } from '../failure.ts';
import { formatKeyring, parseKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import type { RandomSource } from './random.ts';

export interface KeySources {
  /** The content of `GATEHOUSE_KEY`. */
  env?: string | undefined;
  /** A key file that must exist. */
  file?: string | undefined;
  /** What a command printed. */
  command?: { text: string } | undefined;
  /** SQLite's folder, in which `gatehouse.key` lies unless another key is named; null on PostgreSQL. */
  dataDir: string | null;
}

export interface LoadedKeys {
  keys: Keyring;
  /** For sentences: *the file /etc/gatehouse/key*. */
  source: Sentence | string;
  /** Where it lies in a file that is named or in the data folder: a new version can be written there. */
  file?: string;
}

/** A file of keys has some lines; anything larger is something else. */
const LARGEST_BYTES = 65_536;

/**
 * Loads the keys, and makes none: null where they lie in a folder that has neither key nor database yet. Throws one sentence
 * for the operator, `WrongUse` where it isn't clear which key is meant.
 */
export function loadKeys({ env, file, command, dataDir }: KeySources): LoadedKeys | null {
  const [one, other] = [
    ...(env === undefined ? [] : ['GATEHOUSE_KEY']),
    ...(file === undefined ? [] : ['--key-file (GATEHOUSE_KEY_FILE)']),
    ...(command === undefined ? [] : ['--key-command (GATEHOUSE_KEY_COMMAND)']),
  ];
  if (one !== undefined && other !== undefined)
    throw new WrongUse(sentence('opening', 'namedTwice', { one, other }));
  if (command !== undefined)
    return { keys: readKeyText(command.text), source: sentence('opening', 'fromCommand') };
  if (env !== undefined) return { keys: readKeyText(env), source: 'GATEHOUSE_KEY' };
  if (file !== undefined) return readKeyFile(file);
  if (dataDir === null) {
    throw new WrongUse(sentence('opening', 'nameKey'));
  }
  const path = keyFileIn(dataDir);
  if (existsSync(path)) return readKeyFile(path);
  // A new key would open nothing in this database, and would hide that the old one is lost.
  if (existsSync(join(dataDir, 'gatehouse.db'))) {
    throw new Failure(sentence('opening', 'keyFileLost', { path }));
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

export const keyFileIn = (dataDir: string) => join(dataDir, 'gatehouse.key');

/** Makes a file with a new key, for its owner alone. Answers the key; null where there is such a file already. */
export function createKeyFile(path: string, random: RandomSource): Keyring | null {
  const keyring = { current: 1, keys: new Map([[1, random.bytes(32)]]) };
  return writeKeyFile(path, keyring) ? keyring : null;
}

/** Makes a file with these keys, for its owner alone. False where there is such a file already. */
export function writeKeyFile(path: string, keyring: Keyring): boolean {
  let descriptor;
  try {
    descriptor = openSync(path, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new Failure(sentence('opening', 'keyFileNotMade', { path, code: codeOf(error) }), {
      cause: error,
    });
  }
  try {
    writeSync(descriptor, formatKeyring(keyring));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return true;
}

/**
 * Writes a new version into a key file, beside those that are there; they are kept. The file is replaced in one step: whoever
 * reads it, or finds it after a loss of power, has all of the old or all of the new. Answers the version.
 */
export function addKeyVersion(path: string, { keys }: Keyring, random: RandomSource): number {
  const version = Math.max(...keys.keys()) + 1;
  try {
    // A link, as Kubernetes makes them, stays one.
    const file = realpathSync(path);
    const { mode, uid, gid } = statSync(file);
    const next = `${file}.${process.pid}.new`;
    const descriptor = openSync(next, 'w', 0o600);
    try {
      if (process.getuid?.() === 0) fchownSync(descriptor, uid, gid);
      fchmodSync(descriptor, mode & 0o777);
      writeSync(
        descriptor,
        formatKeyring({ current: version, keys: new Map([...keys, [version, random.bytes(32)]]) }),
      );
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(next, file);
    keepFolder(dirname(file));
  } catch (error) {
    throw new Failure(sentence('opening', 'keyFileNotWritten', { path, code: codeOf(error) }), {
      cause: error,
    });
  }
  return version;
}

/** Else a loss of power could bring the old name back. Windows keeps folders by itself. */
function keepFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A key file that must be there. Throws one sentence for the operator. */
export function readKeyFile(path: string): LoadedKeys {
  const stats = statsOf(path);
  if (!stats) {
    throw new WrongUse(sentence('opening', 'noKeyFile', { path }));
  }
  if (!stats.isFile() || stats.size > LARGEST_BYTES) {
    throw new WrongUse(
      sentence('opening', stats.isDirectory() ? 'folderNotKeyFile' : 'notKeyFile', { path }),
    );
  }
  // Windows has no such bits; there the folder's access list decides.
  if (process.platform !== 'win32' && isOpenToOthers(stats)) {
    throw new Failure(sentence('opening', 'keyFileOpen', { path }));
  }
  return {
    keys: parsedKeys(textOf(path), path),
    source: sentence('opening', 'fromFile', { path }),
    file: path,
  };
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
  new WrongUse(sentence('opening', 'keyFileUnreadable', { path, code: codeOf(error) }), { cause: error });

/** What `GATEHOUSE_KEY` holds. Throws a sentence that shows nothing of it. */
export const readKeyText = (text: string): Keyring => parsedKeys(text);

function parsedKeys(text: string, path?: string): Keyring {
  try {
    return parseKeyring(text);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem = error.said;
    const said =
      path === undefined
        ? sentence('opening', 'keyUnusable', { problem })
        : sentence('opening', 'keyFileUnusable', { path, problem });
    throw new WrongUse(said, { cause: error });
  }
}

function codeOf(error: unknown): string | Sentence {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : sentence('options', 'noReason');
}
