import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLoopback } from '../config.ts';
import { createSample } from '../features/setup/sample/createSample.ts';
import { startServer } from '../main.ts';
import { Failure } from '../failure.ts';
import { placeOptions } from './options.ts';
import type { Listening, Place } from './options.ts';
import { listeningOptions, untilStopped } from './serve.ts';
import { withDeps } from './withDeps.ts';

type Sample = Awaited<ReturnType<typeof createSample>>;

/** Without a place of its own, the sample is gone when the server stops. */
export async function sample(options: Place & Listening & { users: number }): Promise<void> {
  if (options.host !== undefined && !isLoopback(options.host)) {
    throw new Failure('A sample organisation is served to this machine only: leave --host out.');
  }
  const temporary =
    options.data === undefined && options.databaseUrl === undefined
      ? await mkdtemp(join(tmpdir(), 'gatehouse-sample-'))
      : null;
  const place: Place = temporary === null ? options : { data: temporary };
  try {
    const { users } = options;
    const made = await withDeps(place, (deps) => createSample(deps, { users, seed: users, now: deps.now() }));
    tell(made, users);
    await untilStopped(await startServer({ ...placeOptions(place), ...listeningOptions(options) }));
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true });
  }
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
