import { sentence } from '../contract/words/sentence.ts';
import type { Logger } from 'pino';
import { bindRows } from './boundRows.ts';
import { DEFAULT_MOST_STREAMS, DEFAULT_TIMEOUTS } from './config.ts';
import type { Config } from './config.ts';
import { makeFolder } from './config/paths.ts';
import { WrongValue } from './config/wrongValue.ts';
import type { Deps } from './context.ts';
import { runKeyCommand } from './crypto/keyCommand.ts';
import { loadKeys, makeKeys, readKeyText } from './crypto/keyFile.ts';
import type { LoadedKeys } from './crypto/keyFile.ts';
import { createLiveKeyring } from './crypto/keyring.ts';
import type { Keyring, LiveKeyring } from './crypto/keyring.ts';
import { createPasswordHasher } from './crypto/passwords.ts';
import { systemRandom, uuidv7 } from './crypto/random.ts';
import type { RandomSource } from './crypto/random.ts';
import { openDatabase } from './db/connection.ts';
import type { Db } from './db/connection.ts';
import { isNotOpened } from './db/errors.ts';
import { ping } from './db/ping.ts';
import { doneMigrations, migrate } from './db/migrate.ts';
import { migrations } from './db/migrations/index.ts';
import { sealLog } from './domain/audit/sealLog.ts';
import { keepKeys, sealingKeys } from './domain/keys/databaseKeys.ts';
import type { GivenKeys } from './domain/keys/databaseKeys.ts';
import { isSearchIndexed, makeSearchable } from './domain/people/search/indexStore.ts';
import { sealChanges } from './domain/pendingChanges/sealChanges.ts';
import { createSystems } from './domain/systems/access.ts';
import { createEventBus } from './events/bus.ts';
import { SYSTEM_MODULES } from './features/systems/kinds/index.ts';
import { Failure, WrongUse } from './failure.ts';
import { createLog } from './log.ts';
import { mostConnections, mostOpenFiles } from './openFiles.ts';
import { createMeasures } from './measures.ts';
import { createStorageWatch } from './storageWatch.ts';

export interface ServerOptions extends Partial<Config> {
  /** Handed in by the desktop; else from the environment or a file. */
  keys?: Keyring;
  keyEnv?: string;
  keyFile?: string;
  /** A command that prints it, and what it printed. */
  keyCommand?: { command: string; text: string };
  logLevel?: string;
  /** Where the built web shell lies; without it the API is served only. */
  webShell?: string | null;
  log?: Logger;
}

/** With keys that change while they are rotated, and how they are read again where they come from. */
export type OpenedDeps = Deps & { keys: LiveKeyring; given: ReloadableKeys };

export interface ReloadableKeys extends Pick<GivenKeys, 'source'> {
  /** Where a new version can be written; null where the key comes from elsewhere. */
  file: string | null;
  reload(): Promise<Keyring>;
}

/** Opens the database, brings its schema up to date and makes what features are built from. Shared with the command line. */
export async function openDeps(options: ServerOptions): Promise<OpenedDeps> {
  const log = options.log ?? createLog(options.logLevel ?? 'warn');
  const config = configOf(options);
  const random = systemRandom;
  // Before the database: a new key is made only where there is no database yet.
  const given = givenKeys(options, config, random);
  const keys = createLiveKeyring(given.keys);
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
        await bindRows(tx, keys, names);
      },
    });
    if (!(await isSearchIndexed(db))) {
      log.warn(
        'people are searched without an index: the database has no extension pg_trgm, and this user may not create it',
      );
    }
    keys.take(await sealingKeys(db, given.keys, await doneMigrations(db.kysely, db.dialect)));
    await sealLog(db, { random, keys }, { applied, now: now() });
    await sealChanges({ db, keys }, applied);
    const events = await createEventBus({ db, config, log });
    const who = uuidv7(now(), random);
    const storage = createStorageWatch({
      write: (before) => ping(db, { who, now: now(), room: before === 'full' }),
      // Whoever looks here is told; other servers find out by themselves.
      onChange: () => events.publish({ kind: 'me' }, 'here'),
      log,
    });
    const passwords = createPasswordHasher();
    const systems = createSystems(keys, SYSTEM_MODULES);
    const reloadable = {
      source: given.source,
      file: given.file ?? null,
      async reload() {
        if (!options.keyCommand) return givenKeys(options, config, random).keys;
        return readKeyText(await runKeyCommand(options.keyCommand.command));
      },
    };
    return {
      db,
      now,
      random,
      keys,
      given: reloadable,
      passwords,
      config,
      log,
      measures: createMeasures(),
      events,
      storage,
      systems,
    };
  } catch (error) {
    await db.close();
    throw notOpened(error, config);
  }
}

/** How a server runs, with what isn't said left at its default. */
export function configOf(options: ServerOptions): Config {
  const files = mostOpenFiles();
  const connections = options.mostConnections ?? (files === null ? Infinity : mostConnections(files));
  return {
    dataDir: options.dataDir ?? null,
    databaseUrl: options.databaseUrl ?? null,
    databaseReplica: options.databaseReplica ?? null,
    listenUrl: options.listenUrl ?? null,
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    tls: options.tls ?? null,
    trustProxy: options.trustProxy ?? [],
    addressLimit: options.addressLimit ?? 120,
    mostConnections: connections,
    // Each takes a connection of its own.
    mostStreams: options.mostStreams ?? Math.min(DEFAULT_MOST_STREAMS, Math.floor(connections / 2)),
    timeouts: options.timeouts ?? DEFAULT_TIMEOUTS,
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: options.mailFrom ?? null,
    dkim: options.dkim ?? null,
    publicUrl: options.publicUrl ?? null,
    checkpointTo: options.checkpointTo ?? null,
    siem: options.siem ?? null,
    metricsPort: options.metricsPort ?? null,
    metricsToken: options.metricsToken ?? null,
    backups: options.backups ?? null,
    kind: options.kind ?? 'server',
    setupToken: options.setupToken ?? null,
    drainSeconds: options.drainSeconds ?? 0,
  };
}

type Place = Pick<Config, 'databaseUrl' | 'dataDir'> & Partial<Pick<Config, 'databaseReplica'>>;

/** The database that is configured, as it is. */
export function openConfigured(place: Place, onError?: (error: Error) => void): Db {
  const { databaseUrl: url, databaseReplica: replicaUrl, dataDir } = place;
  try {
    return openDatabase({
      ...(url ? { url } : {}),
      ...(replicaUrl ? { replicaUrl } : {}),
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
  { keys, keyEnv: env, keyFile: file, keyCommand: command }: ServerOptions,
  { dataDir, databaseUrl }: Config,
  random: RandomSource,
): LoadedKeys {
  const folder = databaseUrl === null ? dataDir : null;
  const found = keys
    ? { keys, source: sentence('opening', 'fromDesktop') }
    : loadKeys({ env, file, command, dataDir: folder });
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
