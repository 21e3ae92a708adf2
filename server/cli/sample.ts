import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLoopback } from '../config.ts';
import { createSample } from '../features/setup/sample/createSample.ts';
import { WrongUse } from '../failure.ts';
import { requireFreePort } from '../listening.ts';
import { startServer } from '../main.ts';
import type { ServerOptions } from '../opening.ts';
import { listeningOptions, placeOptions } from './options.ts';
import type { Listening, Place } from './options.ts';
import type { Values } from './readOptions.ts';
import { untilStopped } from './serve.ts';
import { withDeps } from './withDeps.ts';

type Sample = Awaited<ReturnType<typeof createSample>>;

const DEFAULT_USERS = 250;

/** Without a place of its own, the sample is gone when the server stops, also where it is stopped before it is ready. */
export async function sample(options: Place & Listening & Values<'users'>): Promise<void> {
  if (options.host !== undefined && !isLoopback(options.host)) {
    throw new WrongUse('--host: A sample organisation is served to this machine only: leave it out.');
  }
  const listening = listeningOptions(options);
  // Its people take a while: a port that is taken is told before.
  await requireFreePort(listening);
  const isTemporary = options.data === undefined && options.databaseUrl === undefined;
  if (!isTemporary) return serveSample(options, options, listening);
  let temporary: string | undefined;
  const remove = () => temporary !== undefined && rmSync(temporary, { recursive: true, force: true });
  // Whatever ends the process: a signal while people are made, too. So before there is a folder.
  const leave = () => process.exit(1);
  process.once('exit', remove).once('SIGTERM', leave).once('SIGINT', leave);
  const stopWaiting = () => process.off('SIGTERM', leave).off('SIGINT', leave);
  try {
    temporary = mkdtempSync(join(tmpdir(), 'gatehouse-sample-'));
    await serveSample({ ...options, data: temporary }, options, listening, stopWaiting);
  } finally {
    stopWaiting().off('exit', remove);
    remove();
  }
}

async function serveSample(
  place: Place,
  { users = DEFAULT_USERS }: Values<'users'>,
  listening: ServerOptions,
  isReady?: () => unknown,
): Promise<void> {
  const made = await withDeps(place, (deps) => createSample(deps, { users, seed: users, now: deps.now() }));
  const server = await startServer({ ...placeOptions(place), ...listening });
  // Not before the port is its own: else they would be typed into what else answers there.
  tell(made, users);
  isReady?.();
  await untilStopped(server);
}

function tell({ organisation, accounts }: Sample, users: number): void {
  console.log(`${organisation}, a sample organisation of ${users} people. Sign in as one of these:\n`);
  for (const { username, password, otpauthUri, about } of accounts) {
    const key =
      otpauthUri === undefined ? '' : `\n    key       ${secretOf(otpauthUri)}\n    for apps  ${otpauthUri}`;
    console.log(`${about}\n    username  ${username}\n    password  ${password}${key}\n`);
  }
}

function secretOf(otpauthUri: string): string {
  return new URL(otpauthUri).searchParams.get('secret') ?? '';
}
