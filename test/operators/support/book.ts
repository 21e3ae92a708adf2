import { codeAt, timeStep } from '../../../server/crypto/totp.ts';
import { gatehouse } from '../../support/gatehouse.ts';
import { callServer } from '../../support/httpClient.ts';
import type { Cluster } from './cluster.ts';

const WORKERS = 3;
const SLOW_MS = 2_000;
const PASSWORD = 'a river of small lanterns';

/** A client that adds people for as long as it runs, and keeps the book of what was acknowledged. */
export interface Book {
  acknowledged: ReadonlySet<string>;
  /** Of those, whom a read right after did not find. */
  lostAtOnce: readonly string[];
  /** Milliseconds from `since` (performance.now) until all went well and quickly from then on. */
  rightAgain(since: number): Promise<number>;
  /** How many calls failed so far. */
  failed(): number;
  stop(): Promise<void>;
}

/** Makes the organisation; answers a session of its administrator. */
export async function foundAndSignIn(
  args: string[],
  env: Record<string, string>,
  address: () => Promise<string>,
): Promise<string> {
  const init = [
    'init',
    ...args,
    '--organisation',
    'Northwind',
    '--admin',
    'ada',
    '--admin-email',
    'ada@example.org',
  ];
  const made = await gatehouse(init, { input: PASSWORD, env });
  if (made.exitCode !== 0) throw new Error(made.stderr);
  const at = await address();
  const started = await callServer(at, 'signIn.start', { username: 'ada', password: PASSWORD });
  if (started.body.outcome !== 'setup_required') throw new Error(JSON.stringify(started.body));
  const { challenge } = started.body;
  const { enrolmentId, secret } = (await callServer(at, 'signIn.beginEnrolment', { challenge })).body;
  const code = codeAt(secret, timeStep(Date.now()));
  const done = await callServer(at, 'signIn.confirmEnrolment', { challenge, enrolmentId, code });
  return done.body.session.token ?? '';
}

export function keepBook(address: string, token: string, prefix: string): Book {
  const acknowledged = new Set<string>();
  const lostAtOnce: string[] = [];
  const until = new AbortController();
  const workers = Array.from({ length: WORKERS }, () => ({ since: performance.now(), well: 0, lastAt: 0 }));
  let failures = 0;
  let number = 0;

  async function one(): Promise<boolean> {
    const username = `${prefix}${(number += 1)}`;
    try {
      const person = { username, name: username, email: `${username}@example.org` };
      const made = await callServer(address, 'users.create', person, token);
      if (made.status !== 200 && made.status !== 201) return false;
      acknowledged.add(username);
      const read = await callServer(address, 'users.get', { id: made.body.id }, token);
      if (read.status === 404) lostAtOnce.push(username);
      return read.status === 200;
    } catch {
      return false;
    }
  }

  async function work(worker: { since: number; well: number; lastAt: number }): Promise<void> {
    while (!until.signal.aborted) {
      const startedAt = performance.now();
      const isWell = await one();
      if (!isWell) failures += 1;
      // Who waits for longer than a person would isn't well served either.
      const isQuick = performance.now() - startedAt < SLOW_MS;
      if (worker.well === 0) worker.since = startedAt;
      worker.well = isWell && isQuick ? worker.well + 1 : 0;
      worker.lastAt = performance.now();
      // A person’s pace, not a flood.
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }
  const working = workers.map(work);

  return {
    acknowledged,
    lostAtOnce,
    failed: () => failures,
    async rightAgain(since) {
      // Each of them, five times in a row, of which the last was begun well after.
      const isRight = () => workers.every(({ well, lastAt }) => well >= 5 && lastAt > since + SLOW_MS);
      while (!isRight()) {
        if (performance.now() - since > 60_000) return Infinity;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return Math.max(0, ...workers.map((worker) => worker.since - since));
    },
    async stop() {
      until.abort();
      await Promise.all(working);
    },
  };
}

/** What of the book the database does not have, or has twice. */
export async function compare(
  cluster: Cluster,
  { acknowledged }: Book,
): Promise<{ lost: string[]; doubled: string[] }> {
  const rows = await cluster.ask<{ username: string; people: string; events: string }>(
    `select username, (select count(*) from users twin where twin.username = users.username) as people,
      (select count(*) from audit_events where target_id = users.id and action = 'user.created') as events from users`,
    'gatehouse',
  );
  const found = new Map(rows.map((row) => [row.username, row]));
  return {
    lost: [...acknowledged].filter((name) => Number(found.get(name)?.events ?? 0) === 0),
    doubled: rows
      .filter(({ people, events }) => Number(people) > 1 || Number(events) > 1)
      .map(({ username }) => username),
  };
}
