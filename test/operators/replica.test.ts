import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatehouse, serve } from '../support/gatehouse.ts';
import type { Serving } from '../support/gatehouse.ts';
import { callServer } from '../support/httpClient.ts';
import { foundAndSignIn } from './support/book.ts';
import { createCluster } from './support/cluster.ts';
import type { Cluster } from './support/cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-replica-'));
let primary: Cluster;
let standby: Cluster;
const servers: Serving[] = [];
let args: string[] = [];
let token = '';

beforeAll(async () => {
  // PostgreSQL runs as another user.
  chmodSync(folder, 0o755);
  primary = await createCluster(join(folder, 'primary'));
  // Late enough that whoever reads it at once would read what is old.
  const settings = ['recovery_min_apply_delay = 60ms', 'wal_retrieve_retry_interval = 200ms'];
  standby = await createCluster(join(folder, 'standby'), { standbyOf: primary, settings });
  const keyFile = join(folder, 'key');
  await gatehouse(['keys', 'create', keyFile]);
  args = ['--database-url', primary.url(), '--database-replica', standby.url(), '--key-file', keyFile];
  token = await foundAndSignIn(args, {}, async () => {
    for (const _ of [1, 2]) servers.push(await serve([...args, '--address-limit', '100000']));
    return servers[0]?.address ?? '';
  });
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  standby.remove();
  primary.remove();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const at = (index: number): string => servers[index % servers.length]?.address ?? '';

/** Numbers of `/metrics`, by name and labels. */
async function numbers(index = 0): Promise<Map<string, number>> {
  const text = await (await fetch(`${at(index)}/metrics`)).text();
  return new Map(
    text
      .split('\n')
      .filter((line) => /^gatehouse_(replica|list)/.test(line))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  );
}
const lent = async (from: 'replica' | 'primary') =>
  (await numbers()).get(`gatehouse_list_queries_total{from="${from}"}`) ?? 0;

/** Whether a search finds the person, at one of the servers. */
async function isFound(username: string, index = 0): Promise<boolean> {
  const { status, body } = await callServer(at(index), 'users.list', { search: username }, token);
  expect(status).toBe(200);
  return (body as { items: { username: string }[] }).items.some((person) => person.username === username);
}

async function create(username: string, index = 0): Promise<void> {
  const person = { username, name: username, email: `${username}@example.org` };
  expect((await callServer(at(index), 'users.create', person, token)).status).toBe(200);
}

async function isUsed(used: boolean): Promise<void> {
  const asked = async () => (await numbers()).get('gatehouse_replica_used');
  await expect.poll(asked, { timeout: 20_000 }).toBe(used ? 1 : 0);
}
const findings = async (): Promise<string[]> => {
  const { body } = await callServer(at(0), 'settings.doctor', {}, token);
  return (body as { findings: { code: string; sentence: string }[] }).findings
    .filter(({ code }) => code === 'replica')
    .map(({ sentence }) => sentence);
};

describe('issue 16: lists from a replica', { timeout: 120_000 }, () => {
  it('come from there, and its lag is on /metrics', async () => {
    await isUsed(true);
    const before = await lent('replica');
    await isFound('nobody');
    expect(await lent('replica')).toBeGreaterThan(before);
    expect((await numbers()).get('gatehouse_replica_lag_seconds')).toBeLessThan(5);
    expect(await findings()).toEqual([]);
  });

  it('have what was just written, at whichever server it is written and asked for', async () => {
    const before = await lent('replica');
    for (let n = 0; n < 20; n += 1) {
      await create(`ryw${n}`, n);
      expect(await isFound(`ryw${n}`, n + 1), `person ${n}`).toBe(true);
    }
    expect(await lent('replica'), 'most of them from the replica').toBeGreaterThan(before);
  });

  it('come from the primary while the replica stands still, which is told once it is some seconds; then from it again', async () => {
    await standby.ask('select pg_wal_replay_pause()');
    await create('while-paused');
    const [replica, own] = [await lent('replica'), await lent('primary')];
    expect(await isFound('while-paused')).toBe(true);
    expect([await lent('replica'), (await lent('primary')) > own]).toEqual([replica, true]);
    await isUsed(false);
    expect((await numbers()).get('gatehouse_replica_lag_seconds')).toBeGreaterThan(5);
    expect(await findings()).toEqual([
      expect.stringMatching(/^The replica of the database is \d+ seconds behind\./),
    ]);
    const { stdout } = await gatehouse(['doctor', ...args]);
    expect(stdout).toMatch(/replica: The replica of the database is \d+ seconds behind\./);
    await standby.ask('select pg_wal_replay_resume()');
    await isUsed(true);
    expect(await isFound('while-paused')).toBe(true);
    expect(await findings()).toEqual([]);
  });

  it('come from the primary while the replica is away, and from it again when it is back', async () => {
    standby.stop('immediate');
    expect(await isFound('while-paused')).toBe(true);
    await isUsed(false);
    expect(await findings()).toEqual([expect.stringMatching(/^The replica of the database can’t be used: /)]);
    expect(await isFound('while-paused')).toBe(true);
    standby.start();
    await isUsed(true);
  });

  it('never come from a server that follows another database, or is no standby', async () => {
    for (const [url, said] of [
      [primary.url(), /no standby/],
      [standby.url({ database: 'postgres' }), /doesn’t follow this database|can’t be used/],
    ] as const) {
      const others = args.with(3, url);
      const { stdout } = await gatehouse(['doctor', ...others]);
      expect(stdout).toMatch(said);
    }
  });

  it('and never from what was promoted beside a primary that goes on', async () => {
    await isUsed(true);
    standby.promote();
    await isUsed(false);
    await create('after-the-split');
    expect(await isFound('after-the-split')).toBe(true);
    expect(await findings()).toEqual([expect.stringMatching(/no standby/)]);
  });
});
