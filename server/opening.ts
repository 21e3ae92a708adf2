import { sentence } from '../contract/words/sentence.ts';
import pino from 'pino';
import type { Logger } from 'pino';
import { DEFAULT_MOST_STREAMS, DEFAULT_TIMEOUTS } from './config.ts';
import type { Config } from './config.ts';
import { makeFolder } from './config/paths.ts';
import { WrongValue } from './config/wrongValue.ts';
import type { Deps } from './context.ts';
import { loadKeys, makeKeys } from './crypto/keyFile.ts';
import type { Keyring } from './crypto/keyring.ts';
import { createPasswordHasher } from './crypto/passwords.ts';
import { systemRandom } from './crypto/random.ts';
import type { RandomSource } from './crypto/random.ts';
import { openDatabase } from './db/connection.ts';
import type { Db } from './db/connection.ts';
import { isNotOpened } from './db/errors.ts';
import { migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/index.ts';
import { sealLog } from './domain/audit/sealLog.ts';
import { keepKeys } from './domain/keys/databaseKeys.ts';
import type { GivenKeys } from './domain/keys/databaseKeys.ts';
import { isSearchIndexed, makeSearchable } from './domain/people/search/indexStore.ts';
import { sealChanges } from './domain/pendingChanges/sealChanges.ts';
import { createSystems } from './domain/systems/access.ts';
import { createEventBus } from './events/bus.ts';
import { SYSTEM_MODULES } from './features/systems/kinds/index.ts';
import { Failure, WrongUse } from './failure.ts';

export interface ServerOptions extends Partial<Config> {
  /** Handed in by the desktop; else from the environment or a file. */
  keys?: Keyring;
  keyEnv?: string;
  keyFile?: string;
  logLevel?: string;
  /** Where the built web shell lies; without it the API is served only. */
  webShell?: string | null;
  log?: Logger;
}

/** Opens the database, brings its schema up to date and makes what features are built from. Shared with the command line. */
export async function openDeps(options: ServerOptions): Promise<Deps & Pick<GivenKeys, 'source'>> {
  const log = options.log ?? pino({ level: options.logLevel ?? 'warn' }, pino.destination(2));
  const config = configOf(options);
  const random = systemRandom;
  // Before the database: a new key is made only where there is no database yet.
  const given = givenKeys(options, config, random);
  const { keys, source } = given;
  const db = openConfigured(config, (error) =>
    log.error({ err: error }, 'an idle database connection broke'),
  );
  try {
    const now = Date.now;
    const keeping = keepKeys({ ...given, random }, now);
    const applied = await migrate(db, migrations, now, {
      ...keeping,
      async after(tx, names) {
        await keeping.after?.(tx, names);
        await makeSearchable(tx, db.dialect, names);
      },
    });
    if (!(await isSearchIndexed(db))) {
      log.warn(
        'people are searched without an index: the database has no extension pg_trgm, and this user may not create it',
      );
    }
    await sealLog(db, { random, keys }, { applied, now: now() });
    await sealChanges({ db, keys }, applied);
    const events = await createEventBus({ db, config, log });
    const passwords = createPasswordHasher();
    const systems = createSystems(keys, SYSTEM_MODULES);
    return { db, now, random, keys, source, passwords, config, log, events, systems };
  } catch (error) {
    await db.close();
    throw notOpened(error, config);
  }
}

/** How a server runs, with what isn't said left at its default. */
export function configOf(options: ServerOptions): Config {
  return {
    dataDir: options.dataDir ?? null,
    databaseUrl: options.databaseUrl ?? null,
    listenUrl: options.listenUrl ?? null,
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    tls: options.tls ?? null,
    trustProxy: options.trustProxy ?? [],
    addressLimit: options.addressLimit ?? 120,
    mostStreams: options.mostStreams ?? DEFAULT_MOST_STREAMS,
    timeouts: options.timeouts ?? DEFAULT_TIMEOUTS,
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: options.mailFrom ?? null,
    publicUrl: options.publicUrl ?? null,
    checkpointTo: options.checkpointTo ?? null,
    backups: options.backups ?? null,
    kind: options.kind ?? 'server',
    setupToken: options.setupToken ?? null,
    drainSeconds: options.drainSeconds ?? 0,
  };
}

type Place = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** The database that is configured, as it is. */
export function openConfigured(place: Place, onError?: (error: Error) => void): Db {
  const { databaseUrl: url, dataDir } = place;
  try {
    return openDatabase({
      ...(url ? { url } : {}),
      ...(dataDir ? { dataDir } : {}),
      ...(onError && { onError }),
    });
  } catch (error) {
    throw notOpened(error, place);
  }
}

/** What stands in the way of the database itself, with the option that names it. */
export function notOpened(error: unknown, { databaseUrl }: Place): unknown {
  if (!(error instanceof Error) || !isNotOpened(error)) return error;
  const key = databaseUrl === null ? 'dataNotOpened' : 'databaseNotOpened';
  return new Failure(sentence('opening', key, { why: error.message }), { cause: error });
}

function givenKeys(
  { keys, keyEnv: env, keyFile: file }: ServerOptions,
  { dataDir, databaseUrl }: Config,
  random: RandomSource,
): GivenKeys {
  const folder = databaseUrl === null ? dataDir : null;
  const found = keys
    ? { keys, source: sentence('opening', 'fromDesktop') }
    : loadKeys({ env, file, dataDir: folder });
  if (dataDir) makeDataFolder(dataDir);
  return found ?? makeKeys(folder ?? '', random);
}

export function makeDataFolder(path: string): void {
  makeFolderOf('--data (GATEHOUSE_DATA)', path);
}

/** Where backups of each day go. */
export function makeBackupFolder(path: string): void {
  makeFolderOf('--backup-dir (GATEHOUSE_BACKUP_DIR)', path);
}

function makeFolderOf(option: string, path: string): void {
  try {
    makeFolder(path);
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw new WrongUse(sentence('options', 'folderToMake', { option, problem: error.said }), {
      cause: error,
    });
  }
}
