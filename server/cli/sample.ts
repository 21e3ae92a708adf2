import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
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
/** Of the names of what is printed. */
const WIDTH = 10;

/** Without a place of its own, the sample is gone when the server stops, also where it is stopped before it is ready. */
export async function sample(options: Place & Listening & Values<'users'>, voice: Voice): Promise<void> {
  if (options.host !== undefined && !isLoopback(options.host)) {
    throw new WrongUse(sentence('cli', 'sampleHere'));
  }
  const listening = listeningOptions(options);
  // Its people take a while: a port that is taken is told before.
  await requireFreePort(listening);
  const isTemporary = options.data === undefined && options.databaseUrl === undefined;
  if (!isTemporary) return serveSample(options, options, { listening, voice });
  let temporary: string | undefined;
  const remove = () => temporary !== undefined && rmSync(temporary, { recursive: true, force: true });
  // Whatever ends the process: a signal while people are made, too. So before there is a folder.
  const leave = () => process.exit(1);
  process.once('exit', remove).once('SIGTERM', leave).once('SIGINT', leave);
  const stopWaiting = () => process.off('SIGTERM', leave).off('SIGINT', leave);
  try {
    temporary = mkdtempSync(join(tmpdir(), 'gatehouse-sample-'));
    await serveSample({ ...options, data: temporary }, options, { listening, voice, isReady: stopWaiting });
  } finally {
    stopWaiting().off('exit', remove);
    remove();
  }
}

async function serveSample(
  place: Place,
  { users = DEFAULT_USERS }: Values<'users'>,
  { listening, voice, isReady }: { listening: ServerOptions; voice: Voice; isReady?: () => unknown },
): Promise<void> {
  const made = await withDeps(place, (deps) => createSample(deps, { users, seed: users, now: deps.now() }));
  const server = await startServer({ ...placeOptions(place), ...listening });
  // Not before the port is its own: else they would be typed into what else answers there.
  tell(made, users, voice);
  isReady?.();
  await untilStopped(server, voice);
}

function tell({ organisation, accounts }: Sample, users: number, voice: Voice): void {
  const say = voice.say('cli');
  const line = (name: string, value: string) => `    ${name.padEnd(WIDTH)}${value}`;
  console.log(`${say('sample', { organisation, users: String(users) })}\n`);
  for (const { username, password, otpauthUri, about } of accounts) {
    const key =
      otpauthUri === undefined
        ? []
        : [line(say('keyOf'), secretOf(otpauthUri)), line(say('forApps'), otpauthUri)];
    const lines = [
      voice.write(about),
      line(say('username'), username),
      line(say('password'), password),
      ...key,
    ];
    console.log(`${lines.join('\n')}\n`);
  }
}

function secretOf(otpauthUri: string): string {
  return new URL(otpauthUri).searchParams.get('secret') ?? '';
}
