import { makeFolder } from './config/paths.ts';
import { WrongValue } from './config/wrongValue.ts';
import pino from 'pino';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { DEFAULT_MOST_STREAMS, DEFAULT_TIMEOUTS, isLoopback } from './config.ts';
import { createClockWatch } from './clockWatch.ts';
import type { ClockWatch } from './clockWatch.ts';
import type { Config } from './config.ts';
import type { Deps } from './context.ts';
import { HOUR, MINUTE } from './time.ts';
import { loadKeys, makeKeys } from './crypto/keyFile.ts';
import type { Keyring } from './crypto/keyring.ts';
import { createPasswordHasher } from './crypto/passwords.ts';
import { systemRandom } from './crypto/random.ts';
import type { RandomSource } from './crypto/random.ts';
import { openDatabase } from './db/connection.ts';
import type { Db } from './db/connection.ts';
import { isNotOpened } from './db/errors.ts';
import { migrate } from './db/migrate.ts';
import { databaseTime } from './db/time.ts';
import { sealLog } from './domain/audit/sealLog.ts';
import { lastEventAt } from './domain/audit/store.ts';
import { migrations } from './db/migrations/index.ts';
import { createEventBus } from './events/bus.ts';
import { keepKeys, keysTurned } from './domain/keys/databaseKeys.ts';
import type { GivenKeys } from './domain/keys/databaseKeys.ts';
import { listeningUrl } from './domain/settings/effective.ts';
import { readOrganisation } from './domain/settings/store.ts';
import { Failure, WrongUse } from './failure.ts';
import { keepSetupToken } from './features/setup/setupLink.ts';
import { notListening, requireFreePort } from './listening.ts';
import { createServices } from './services.ts';
import { createServing } from './serving.ts';
import { removeEnded, startWorkers } from './workers.ts';

/** How often a running server looks whether the database still has its keys. */
const KEYS_EVERY = 3000;

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

export interface RunningServer {
  /** Resolves where it can't go on, with the sentence that says why. Whoever started it closes it then. */
  broken: Promise<Failure>;
  /** Where a browser on this machine finds it, as a URL without a slash at the end. */
  address: string;
  /** The one-time token that sets up an empty server; null where it has its organisation. */
  setupToken: string | null;
  close(): Promise<void>;
}

/** Opens the database, brings its schema up to date and makes what features are built from. Shared with the command line. */
export async function openDeps(options: ServerOptions): Promise<Deps & Pick<GivenKeys, 'source'>> {
  const log = options.log ?? pino({ level: options.logLevel ?? 'warn' }, pino.destination(2));
  const config: Config = {
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
    kind: options.kind ?? 'server',
    setupToken: options.setupToken ?? null,
    drainSeconds: options.drainSeconds ?? 0,
  };
  const random = systemRandom;
  // Before the database: a new key is made only where there is no database yet.
  const given = givenKeys(options, config, random);
  const { keys, source } = given;
  const db = open(config, (error) => log.error({ err: error }, 'an idle database connection broke'));
  try {
    const now = Date.now;
    const applied = await migrate(db, migrations, now, keepKeys({ ...given, random }, now));
    await sealLog(db, { random, keys }, { applied, now: now() });
    const events = await createEventBus({ db, config, log });
    const passwords = createPasswordHasher();
    return { db, now, random, keys, source, passwords, config, log, events };
  } catch (error) {
    await db.close();
    throw notOpened(error, config);
  }
}

function open(config: Config, onError: (error: Error) => void): Db {
  const { databaseUrl: url, dataDir } = config;
  try {
    return openDatabase({ ...(url ? { url } : {}), ...(dataDir ? { dataDir } : {}), onError });
  } catch (error) {
    throw notOpened(error, config);
  }
}

/** What stands in the way of the database itself, with the option that names it. */
function notOpened(error: unknown, { databaseUrl }: Config): unknown {
  if (!(error instanceof Error) || !isNotOpened(error)) return error;
  const named = databaseUrl === null ? '--data (GATEHOUSE_DATA)' : '--database-url (GATEHOUSE_DATABASE_URL)';
  return new Failure(`The database that ${named} names cannot be opened: ${error.message}`, { cause: error });
}

function givenKeys(
  { keys, keyEnv: env, keyFile: file }: ServerOptions,
  { dataDir, databaseUrl }: Config,
  random: RandomSource,
): GivenKeys {
  const folder = databaseUrl === null ? dataDir : null;
  const found = keys ? { keys, source: 'the desktop app' } : loadKeys({ env, file, dataDir: folder });
  if (dataDir) makeDataFolder(dataDir);
  return found ?? makeKeys(folder ?? '', random);
}

function makeDataFolder(path: string): void {
  try {
    makeFolder(path);
  } catch (error) {
    if (!(error instanceof WrongValue)) throw error;
    throw new WrongUse(`--data (GATEHOUSE_DATA): ${error.message} Name a folder that can be made.`, {
      cause: error,
    });
  }
}

/** Refuses an address that the network reaches, without TLS of its own or a configured proxy (S-65). */
export function refuseOpenPlainHttp({
  host,
  tls,
  trustProxy,
}: Pick<Config, 'host' | 'tls' | 'trustProxy'>): void {
  if (isLoopback(host) || tls || trustProxy.length > 0) return;
  throw new Error(
    `Passwords would cross the network in the clear: to listen on ${host}, give --tls-cert and --tls-key, or name the proxy that ends TLS in GATEHOUSE_TRUST_PROXY.`,
  );
}

/** Starts a server and resolves when it is ready. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', tls = null, trustProxy = [] } = options;
  refuseOpenPlainHttp({ host, tls, trustProxy });
  // Before anything is made: who can't listen leaves nothing behind.
  await requireFreePort(options);
  const deps = await openDeps(options);
  try {
    return await listen(deps, options.webShell ?? null);
  } catch (error) {
    // Else what is open would keep a process alive in which nothing listens.
    await deps.events.close();
    await deps.db.close();
    throw error;
  }
}

async function listen(
  deps: Deps & Pick<GivenKeys, 'source'>,
  webShell: string | null,
): Promise<RunningServer> {
  const { config, db } = deps;
  const organisation = await readOrganisation(db.kysely);
  config.setupToken = organisation ? null : (config.setupToken ?? (await keepSetupToken(deps, deps.now())));
  if (organisation?.kind === 'sample' && !isLoopback(config.host)) {
    throw new Error('This is a sample organisation: it is served to this machine only, on 127.0.0.1.');
  }
  const services = createServices(deps);
  await services.settings.noteRoute(deps.now());
  const clock = watchClock(deps);
  await clock.look();
  const serving = createServing(clock, { isJudge: db.dialect === 'postgres' });
  const app = await createApp(deps, { services, webShell, serving });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await app.close();
    throw notListening(error, config);
  }
  const bound = app.server.address();
  // The port that the system chose, for links in mails.
  if (bound !== null && typeof bound === 'object') config.port = bound.port;
  await services.audit.checkpoint(deps.now());
  const { promise: broken, resolve: breakOff } = Promise.withResolvers<Failure>();
  let isBroken = false;
  // What is due by a wrong clock isn't due.
  const mayWork = async () => (await serving.refusal()) === null;
  const workers = startWorkers({ ...deps, mayWork }, [
    {
      name: 'keys',
      every: KEYS_EVERY,
      always: true,
      async run() {
        const turned = await keysTurned(db.kysely, deps);
        if (!turned) return;
        isBroken = true;
        breakOff(turned);
      },
    },
    { name: 'outbox', every: 1000, run: () => services.delivery.deliverDue() },
    { name: 'reset requests', every: 5000, run: (now) => services.resetRequests.runDue(now) },
    { name: 'freezes', every: 5000, run: (now) => services.resetRequests.thawUnproven(now) },
    { name: 'roll-out', every: 15_000, run: (now) => services.rollOutWatch.pauseWhereOver(now) },
    { name: 'pending changes', every: MINUTE, run: (now) => services.pendingChanges.runDue(now) },
    { name: 'audit checkpoint', every: 10_000, run: (now) => services.audit.checkpoint(now) },
    { name: 'request digest', every: MINUTE, run: (now) => services.requestDigest.sendDue(now) },
    { name: 'clock', every: MINUTE, always: true, run: () => clock.look() },
    { name: 'grace reminders', every: HOUR, run: (now) => services.graceReminders.remindDue(now) },
    { name: 'exemption reminders', every: HOUR, run: (now) => services.exemptionReminders.remindDue(now) },
    { name: 'clean-up', every: HOUR, run: (now) => removeEnded(deps, now) },
  ]);
  return {
    broken,
    address: listeningUrl(config),
    setupToken: config.setupToken,
    async close() {
      await serving.leave(isBroken ? 0 : config.drainSeconds * 1000);
      await inTurn(deps, [
        () => app.close(),
        () => workers.stop(),
        // A database of other keys is left as it is.
        () => (isBroken ? Promise.resolve() : services.audit.checkpoint(deps.now())),
        () => deps.events.close(),
        () => db.close(),
      ]);
    },
  };
}

/** Each step, whatever became of those before: a database that is gone keeps no server from its end. */
async function inTurn({ log }: Pick<Deps, 'log'>, steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      log.error({ err: error }, 'the server could not end in order');
    }
  }
}

/** On PostgreSQL its clock is the one of all servers. SQLite has none: there the past must not lie ahead (S-92). */
function watchClock({ db, now, log }: Deps): ClockWatch {
  const isFloor = db.dialect === 'sqlite';
  const reference = () => (isFloor ? lastEventAt(db.kysely) : databaseTime(db.kysely));
  return createClockWatch({ reference, isFloor, now, log });
}
