import { Server as TlsServer } from 'node:tls';
import { sentence } from '../contract/words/sentence.ts';
import { createApp } from './app.ts';
import { isLoopback } from './config.ts';
import { createClockWatch } from './clockWatch.ts';
import type { ClockWatch } from './clockWatch.ts';
import type { Config } from './config.ts';
import type { Deps } from './context.ts';
import { HOUR, MINUTE } from './time.ts';
import { databaseTime } from './db/time.ts';
import { lastEventAt, readEnd } from './domain/audit/store.ts';
import { createKeyWatch } from './domain/keys/watch.ts';
import { listeningUrl } from './domain/settings/effective.ts';
import { readOrganisation } from './domain/settings/store.ts';
import { Failure } from './failure.ts';
import { findAhead } from './features/audit/ahead.ts';
import { keepSetupToken } from './features/setup/setupLink.ts';
import { listenForMetrics } from './http/metricsServer.ts';
import { notListening, requireFreePort } from './listening.ts';
import { makeBackupFolder, openDeps } from './opening.ts';
import type { OpenedDeps, ServerOptions } from './opening.ts';
import { createServices } from './services.ts';
import type { Services } from './services.ts';
import { createServing } from './serving.ts';
import { isTraced, startTracing } from './tracing.ts';
import { removeEnded, startWorkers } from './workers.ts';

/** How often a running server looks whether the database still has its keys. */
const KEYS_EVERY = 1000;

export interface RunningServer {
  /** Resolves where it can't go on, with the sentence that says why. Whoever started it closes it then. */
  broken: Promise<Failure>;
  /** Where a browser on this machine finds it, as a URL without a slash at the end. */
  address: string;
  /** Where metrics are given on a port of their own, alike; null where there is none. */
  metricsAddress: string | null;
  /** The one-time token that sets up an empty server; null where it has its organisation. */
  setupToken: string | null;
  /** Shows another certificate from now on; connections that there are keep theirs. Only where it began with one. */
  renewTls(tls: NonNullable<Config['tls']>): void;
  close(): Promise<void>;
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
  const { host = '127.0.0.1', tls = null, trustProxy = [], metricsPort = null } = options;
  refuseOpenPlainHttp({ host, tls, trustProxy });
  // Before anything is made: who can't listen leaves nothing behind, nor does who can't be told where traces go.
  isTraced(process.env);
  await requireFreePort(options);
  if (metricsPort !== null) await requireFreePort({ host, port: metricsPort });
  if (options.backups) makeBackupFolder(options.backups.folder);
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

async function listen(deps: OpenedDeps, webShell: string | null): Promise<RunningServer> {
  const { config, db } = deps;
  await refusePutBack(deps);
  const organisation = await readOrganisation(db.kysely);
  config.setupToken = organisation ? null : (config.setupToken ?? (await keepSetupToken(deps, deps.now())));
  if (organisation?.kind === 'sample' && !isLoopback(config.host)) {
    throw new Error('This is a sample organisation: it is served to this machine only, on 127.0.0.1.');
  }
  const services = createServices(deps);
  await services.settings.noteRoute(deps.now());
  const clock = watchClock(deps);
  await clock.look();
  const keyWatch = createKeyWatch({ ...deps, ...deps.given });
  const serving = createServing(clock, { isJudge: db.dialect === 'postgres', keys: keyWatch });
  const tracing = await startTracing(process.env, deps);
  const app = await createApp(deps, { services, webShell, serving, tracing });
  try {
    // The address is printed for people: two of them in one window, and they open the wrong one.
    await app.listen({ host: config.host, port: config.port, listenTextResolver: () => 'listening' });
  } catch (error) {
    await app.close();
    throw notListening(error, config);
  }
  const bound = app.server.address();
  // The port that the system chose, for links in mails.
  if (bound !== null && typeof bound === 'object') config.port = bound.port;
  const metrics = await startMetrics(deps, services).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  await services.audit.checkpoint(deps.now());
  const { promise: broken, resolve: breakOff } = Promise.withResolvers<Failure>();
  let isBroken = false;
  // What is due by a wrong clock isn't due, and what can't be written down isn't begun.
  const mayWork = async () => deps.storage.trouble() === null && (await serving.refusal()) === null;
  const workers = startWorkers({ ...deps, mayWork }, [
    {
      name: 'keys',
      every: KEYS_EVERY,
      always: true,
      async run() {
        const turned = await keyWatch.look();
        if (!turned) return;
        isBroken = true;
        breakOff(turned);
      },
    },
    { name: 'storage', every: 2000, always: true, run: () => deps.storage.tend() },
    ...(db.replica ? [{ name: 'replica', every: 1000, always: true, run: db.replica.measure }] : []),
    { name: 'outbox', every: 1000, run: () => services.delivery.deliverDue() },
    { name: 'jobs', every: 500, run: () => services.jobs.work.runDue() },
    { name: 'invitations', every: 1000, run: (now) => services.users.asked.sendDue(now) },
    { name: 'reset requests', every: 5000, run: (now) => services.resetRequests.runDue(now) },
    { name: 'connected systems', every: 2000, run: () => services.resetEffects.carryOutDue() },
    // Each system once a minute, by whichever server comes first.
    { name: 'systems watch', every: 15_000, run: () => services.outsideWatch.look() },
    { name: 'guards', every: 15_000, run: () => services.guardReading.look() },
    { name: 'wanted links', every: 15_000, run: () => services.linkingOfWanted.look() },
    { name: 'people readings', every: 5000, run: () => services.users.reading.look() },
    { name: 'link rules', every: 15_000, run: () => services.linkingByRule.look() },
    {
      name: 'viewers',
      every: 5000,
      // In this server's memory: whatever else it may not do now.
      always: true,
      run: (now) => services.viewers.endSilent(now),
    },
    { name: 'freezes', every: 5000, run: (now) => services.resetRequests.thawUnproven(now) },
    { name: 'roll-out', every: 15_000, run: (now) => services.rollOutWatch.pauseWhereOver(now) },
    { name: 'pending changes', every: MINUTE, run: (now) => services.pendingChanges.runDue(now) },
    { name: 'audit checkpoint', every: 10_000, run: (now) => services.audit.checkpoint(now) },
    ...services.forwarders.map(({ forward }) => ({ name: 'SIEM', every: 2000, run: forward })),
    { name: 'request digest', every: MINUTE, run: (now) => services.requestDigest.sendDue(now) },
    { name: 'monthly report', every: MINUTE, run: (now) => services.monthlyReport.sendDue(now) },
    { name: 'daily backup', every: MINUTE, run: (now) => services.dailyBackups.makeDue(now) },
    { name: 'refused mails', every: MINUTE, run: (now) => services.refusalNotices.tellDue(now) },
    { name: 'unread systems', every: MINUTE, run: (now) => services.unreadNotices.tellDue(now) },
    { name: 'clock', every: MINUTE, always: true, run: () => clock.look() },
    { name: 'grace reminders', every: HOUR, run: (now) => services.graceReminders.remindDue(now) },
    { name: 'exemption reminders', every: HOUR, run: (now) => services.exemptionReminders.remindDue(now) },
    { name: 'system reminders', every: MINUTE, run: (now) => services.systemReminders.remindDue(now) },
    { name: 'clean-up', every: HOUR, run: (now) => removeEnded(deps, now) },
  ]);
  return {
    broken,
    address: listeningUrl(config),
    metricsAddress: metrics?.address ?? null,
    setupToken: config.setupToken,
    renewTls(tls) {
      if (!(app.server instanceof TlsServer)) return;
      app.server.setSecureContext(tls);
      config.tls = tls;
    },
    async close() {
      await serving.leave(isBroken ? 0 : config.drainSeconds * 1000);
      await inTurn(deps, [
        () => app.close(),
        () => tracing?.close() ?? Promise.resolve(),
        () => metrics?.close() ?? Promise.resolve(),
        () => Promise.resolve(services.metrics.stop()),
        () => Promise.resolve(services.dailyBackups.giveUp()),
        ...services.forwarders.map(
          ({ giveUp }) =>
            () =>
              isBroken ? Promise.resolve() : giveUp(),
        ),
        () => workers.stop(),
        // A database of other keys is left as it is.
        () => (isBroken ? Promise.resolve() : services.audit.checkpoint(deps.now())),
        () => deps.events.close(),
        () => db.close(),
      ]);
    },
  };
}

/** Metrics on a port of their own, where they have one. */
async function startMetrics({ config, log }: Deps, { metrics }: Services) {
  const { host, metricsPort: port, metricsToken: token } = config;
  if (port === null) return null;
  try {
    return await listenForMetrics({ host, port, token }, { text: metrics.text, log });
  } catch (error) {
    throw notListening(error, { host, port });
  }
}

/** What was used, ended or taken back since would count again (S-81): somebody has to say that it is meant so. */
async function refusePutBack(deps: Deps): Promise<void> {
  const ahead = await findAhead(deps);
  if (!ahead) return;
  const { sequence } = await readEnd(deps.db.kysely);
  const values = { file: ahead.file, count: ahead.head.sequence, sequence };
  throw new Failure(sentence('backup', 'putBack', values));
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
