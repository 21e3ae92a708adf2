import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { gatehouse, serve } from '../support/gatehouse.ts';
import type { Serving } from '../support/gatehouse.ts';
import { createTcpProxy } from '../support/tcpProxy.ts';
import { callServer } from '../support/httpClient.ts';
import type { TcpProxy } from '../support/tcpProxy.ts';
import { startNginx } from './support/between.ts';
import type { Between } from './support/between.ts';
import { compare, foundAndSignIn, keepBook } from './support/book.ts';
import type { Book } from './support/book.ts';
import { createCluster } from './support/cluster.ts';
import type { Cluster } from './support/cluster.ts';

/** Right again so long after that was possible. */
const WITHIN_MS = 6_000;

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-operators-'));
const OPERATING = join(import.meta.dirname, '..', '..', 'docs', 'operating.md');
let first: Cluster;
let standby: Cluster;
let line: TcpProxy;
let nginx: Between;
let token = '';
const servers: Serving[] = [];
let args: string[] = [];

/** The block that the documentation shows, as it stands there. */
const nginxBlock = () => /```nginx\n([\s\S]*?)```/.exec(readFileSync(OPERATING, 'utf8'))?.[1] ?? '';

beforeAll(async () => {
  // PostgreSQL runs as another user.
  chmodSync(folder, 0o755);
  first = await createCluster(join(folder, 'first'));
  // Comes back at once when its primary does: without it nothing is acknowledged.
  const settings = ['wal_retrieve_retry_interval = 200ms'];
  standby = await createCluster(join(folder, 'standby'), { standbyOf: first, settings });
  await first.ask("alter system set synchronous_standby_names = '*'");
  await first.ask('select pg_reload_conf()');
  line = await createTcpProxy({ host: '127.0.0.1', port: first.port });
  const url = first.url().replace(/@[^/]+/, `@127.0.0.1:${line.port},127.0.0.1:${standby.port}`);
  const keyFile = join(folder, 'key');
  await gatehouse(['keys', 'create', keyFile]);
  args = ['--database-url', `${url}?target_session_attrs=read-write`, '--key-file', keyFile];
  token = await foundAndSignIn(args, {}, async () => {
    for (const _ of [1, 2])
      servers.push(await serve([...args, '--address-limit', '100000', '--trust-proxy', '127.0.0.1']));
    const addresses = servers.map(({ address }) => address);
    nginx = await startNginx(join(folder, 'nginx'), {
      block: nginxBlock(),
      servers: addresses,
      name: 'localhost',
    });
    return servers[0]?.address ?? '';
  });
}, 120_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await nginx.stop();
  await line.close();
  standby.remove();
  first.remove();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

let letters = 0;

/** The primary acknowledges nothing until its standby has what it writes: from then on all is possible again. */
async function standbyFollows(): Promise<number> {
  const streams = "select 1 from pg_stat_replication where state = 'streaming' and sync_state <> 'async'";
  await expect.poll(() => first.ask(streams), { timeout: 30_000, interval: 100 }).toHaveLength(1);
  return performance.now();
}

/** Does something to the database under a client that keeps the book; answers when it was right again. */
async function through(
  fault: () => Promise<number | void>,
  judge: () => Cluster = () => first,
): Promise<{ ms: number; book: Book }> {
  const book = keepBook(`http://127.0.0.1:${nginx.port}`, token, `p${'abcdefghij'[(letters += 1)]}`);
  await expect.poll(() => book.acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(10);
  const possible = (await fault()) ?? performance.now();
  const ms = await book.rightAgain(possible);
  await book.stop();
  process.stdout.write(
    `    right again after ${Math.round(ms)} ms; ${book.acknowledged.size} acknowledged, ${book.failed()} failed\n`,
  );
  expect(await compare(judge(), book)).toEqual({ lost: [], doubled: [] });
  expect(book.lostAtOnce).toEqual([]);
  return { ms, book };
}

const ready = async ({ address }: Serving) => (await fetch(`${address}/health/ready`)).status;

describe(
  '10.C right again within six seconds, nothing acknowledged lost, nothing doubled',
  { timeout: 180_000 },
  () => {
    it('10.D13 live events come through nginx at once, made on whichever server', async () => {
      const headers = { authorization: `Bearer ${token}` };
      const stop = new AbortController();
      const stream = await fetch(`http://127.0.0.1:${nginx.port}/api/v1/events`, {
        headers,
        signal: stop.signal,
      });
      expect(stream.status).toBe(200);
      const heard = Promise.withResolvers<number>();
      const decoder = new TextDecoder();
      const listening = (async () => {
        for await (const chunk of stream.body ?? []) {
          if (/"kind":"users"/.test(decoder.decode(chunk))) heard.resolve(performance.now());
        }
      })().catch(() => undefined);
      for (const [index, { address }] of servers.entries()) {
        const startedAt = performance.now();
        const person = { username: `live${index}`, name: 'Live', email: `live${index}@example.org` };
        expect((await callServer(address, 'users.create', person, token)).status).toBe(200);
        if (index === 1) expect((await heard.promise) - startedAt).toBeLessThan(2_000);
      }
      stop.abort();
      await listening;
    });

    it('after a fast restart', async () => {
      const { ms } = await through(async () => {
        first.stop('fast');
        first.start();
        return standbyFollows();
      });
      expect(ms).toBeLessThan(WITHIN_MS);
    });

    it('after a crash', async () => {
      const { ms } = await through(async () => {
        first.stop('immediate');
        first.start();
        return standbyFollows();
      });
      expect(ms).toBeLessThan(WITHIN_MS);
    });

    it('after connections were dropped without a word', async () => {
      const { ms } = await through(async () => line.dropSilently());
      expect(ms).toBeLessThan(WITHIN_MS);
    });

    it('after the database stood still for twelve seconds', async () => {
      const { ms } = await through(async () => {
        first.freeze();
        // The fault itself takes so long.
        await new Promise((resolve) => setTimeout(resolve, 12_000));
        first.thaw();
        return standbyFollows();
      });
      expect(ms).toBeLessThan(WITHIN_MS);
    });

    it('after both servers were started anew, one after the other, without one failed call', async () => {
      const { ms, book } = await through(async () => {
        for (const index of [0, 1]) {
          const old = servers[index];
          if (!old) continue;
          const port = new URL(old.address).port;
          expect(await old.stop()).toBe(0);
          servers[index] = await serve([
            ...args,
            '--address-limit',
            '100000',
            '--trust-proxy',
            '127.0.0.1',
            '--port',
            port,
          ]);
        }
      });
      expect([book.failed(), ms]).toEqual([0, expect.any(Number)]);
    });

    it('while a server meets only a standby it holds no connection there, is not ready, and ends when told', async () => {
      const way = await createTcpProxy({ host: '127.0.0.1', port: first.port });
      const server = await serve([...args.with(1, first.url({ port: way.port })), '--drain-seconds', '1']);
      onTestFinished(() => server.kill());
      expect(await ready(server)).toBe(200);
      await way.refuse();
      way.aim({ host: '127.0.0.1', port: standby.port });
      await way.listen();
      await expect.poll(() => ready(server), { timeout: 10_000 }).toBe(503);
      const held = async () =>
        (
          await standby.ask<{ n: string }>(
            "select count(*) as n from pg_stat_activity where usename = 'gatehouse'",
          )
        )[0]?.n;
      // Eight tries of the one that listens: each used to stay.
      await new Promise((resolve) => setTimeout(resolve, 15_000));
      expect(Number(await held())).toBeLessThan(4);
      const startedAt = performance.now();
      expect(await server.stop()).toBe(0);
      expect(performance.now() - startedAt).toBeLessThan(16_000);
      await way.close();
    });

    it('10.C6 a server that is told to end while the database stands still ends within its limit', async () => {
      const server = await serve([...args, '--drain-seconds', '1']);
      onTestFinished(() => server.kill());
      first.freeze();
      try {
        const startedAt = performance.now();
        await server.stop();
        expect(performance.now() - startedAt).toBeLessThan(17_000);
      } finally {
        first.thaw();
      }
    });

    it('after a failover whose old primary lives on, read only', async () => {
      const { ms } = await through(
        async () => {
          await first.ask('alter system set default_transaction_read_only = on');
          await first.ask('select pg_reload_conf()');
          standby.promote();
        },
        () => standby,
      );
      expect(ms).toBeLessThan(WITHIN_MS);
      for (const server of servers) expect(await ready(server)).toBe(200);
    });
  },
);
