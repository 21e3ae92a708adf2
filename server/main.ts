import { mkdirSync } from 'node:fs';
import pino from 'pino';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { DEFAULT_MOST_STREAMS, DEFAULT_TIMEOUTS, isLoopback } from './config.ts';
import type { Config } from './config.ts';
import type { Deps } from './context.ts';
import { HOUR, MINUTE } from './time.ts';
import { loadKeyring } from './crypto/keyFile.ts';
import type { Keyring } from './crypto/keyring.ts';
import { createPasswordHasher } from './crypto/passwords.ts';
import { systemRandom, token256 } from './crypto/random.ts';
import { openDatabase } from './db/connection.ts';
import { migrate } from './db/migrate.ts';
import { sealLog } from './domain/audit/sealLog.ts';
import { migrations } from './db/migrations/index.ts';
import { createEventBus } from './events/bus.ts';
import { listeningUrl } from './domain/settings/effective.ts';
import { readOrganisation } from './domain/settings/store.ts';
import { createServices } from './services.ts';
import { removeEnded, startWorkers } from './workers.ts';

export interface ServerOptions extends Partial<Config> {
  /** Handed in by the desktop; else from the environment or a file. */
  keys?: Keyring;
  keyEnv?: string;
  keyFile?: string;
  /** Where the built web shell lies; without it the API is served only. */
  webShell?: string | null;
  log?: Logger;
}

export interface RunningServer {
  /** Where a browser on this machine finds it, as a URL without a slash at the end. */
  address: string;
  /** The one-time token that sets up an empty server; null where it has its organisation. */
  setupToken: string | null;
  close(): Promise<void>;
}

/** Opens the database, brings its schema up to date and makes what features are built from. Shared with the command line. */
export async function openDeps(options: ServerOptions): Promise<Deps> {
  const log =
    options.log ?? pino({ level: process.env['GATEHOUSE_LOG_LEVEL'] ?? 'warn' }, pino.destination(2));
  const config: Config = {
    dataDir: options.dataDir ?? null,
    databaseUrl: options.databaseUrl ?? null,
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
  };
  const random = systemRandom;
  const { keyEnv: env, keyFile: file } = options;
  if (config.dataDir) mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  // Before the database: a new key is made only where there is no database yet.
  const keys = options.keys ?? loadKeyring({ env, file, dataDir: config.dataDir ?? undefined, random });
  const db = openDatabase({
    ...(config.databaseUrl ? { url: config.databaseUrl } : {}),
    ...(config.dataDir ? { dataDir: config.dataDir } : {}),
    onError: (error) => log.error({ err: error }, 'an idle database connection broke'),
  });
  try {
    const now = Date.now;
    const applied = await migrate(db, migrations, now);
    await sealLog(db, { random, keys }, { applied, now: now() });
    const events = await createEventBus({ db, databaseUrl: config.databaseUrl, log });
    return { db, now, random, keys, passwords: createPasswordHasher(), config, log, events };
  } catch (error) {
    await db.close();
    throw error;
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
  const deps = await openDeps(options);
  const { config, db } = deps;
  const organisation = await readOrganisation(db.kysely);
  config.setupToken = organisation ? null : (config.setupToken ?? token256(deps.random));
  if (organisation?.kind === 'sample' && !isLoopback(config.host)) {
    await db.close();
    throw new Error('This is a sample organisation: it is served to this machine only, on 127.0.0.1.');
  }
  const services = createServices(deps);
  await services.settings.noteRoute(deps.now());
  const app = await createApp(deps, { services, webShell: options.webShell ?? null });
  try {
    await app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await deps.events.close();
    await db.close();
    throw notListening(error, config);
  }
  const bound = app.server.address();
  // The port that the system chose, for links in mails.
  if (bound !== null && typeof bound === 'object') config.port = bound.port;
  await services.audit.checkpoint(deps.now());
  const workers = startWorkers(deps, [
    { name: 'outbox', every: 1000, run: () => services.delivery.deliverDue() },
    { name: 'reset requests', every: 5000, run: (now) => services.resetRequests.runDue(now) },
    { name: 'freezes', every: 5000, run: (now) => services.resetRequests.thawUnproven(now) },
    { name: 'roll-out', every: 15_000, run: (now) => services.rollOutWatch.pauseWhereOver(now) },
    { name: 'audit checkpoint', every: 10_000, run: (now) => services.audit.checkpoint(now) },
    { name: 'request digest', every: MINUTE, run: (now) => services.requestDigest.sendDue(now) },
    { name: 'grace reminders', every: HOUR, run: (now) => services.graceReminders.remindDue(now) },
    { name: 'exemption reminders', every: HOUR, run: (now) => services.exemptionReminders.remindDue(now) },
    { name: 'clean-up', every: HOUR, run: (now) => removeEnded(deps, now) },
  ]);
  return {
    address: listeningUrl(config),
    setupToken: config.setupToken,
    async close() {
      await app.close();
      await workers.stop();
      await services.audit.checkpoint(deps.now());
      await deps.events.close();
      await db.close();
    },
  };
}

function notListening(error: unknown, { host, port }: Config): unknown {
  if (!(error instanceof Error) || Reflect.get(error, 'code') !== 'EADDRINUSE') return error;
  return new Error(`Port ${port} of ${host} is in use. Give another one with --port.`, { cause: error });
}
