import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../server/db/connection.ts';
import { makeCertificate } from '../support/certificate.ts';
import { gatehouse, serve } from '../support/gatehouse.ts';
import { startPgBouncer } from './support/between.ts';
import { createCluster } from './support/cluster.ts';
import type { Cluster } from './support/cluster.ts';

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-ways-'));
const LIBFAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
let cluster: Cluster;
let key: string[] = [];

beforeAll(async () => {
  chmodSync(folder, 0o755);
  cluster = await createCluster(join(folder, 'cluster'));
  const keyFile = join(folder, 'key');
  await gatehouse(['keys', 'create', keyFile]);
  key = ['--key-file', keyFile, '--checkpoint-to', join(folder, 'checkpoints'), '--drain-seconds', '0'];
}, 60_000);

afterAll(() => {
  cluster.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('10.C8 through PgBouncer', { timeout: 60_000 }, () => {
  it.each([
    ['session', 0],
    ['transaction', 1],
  ] as const)(
    'in %s mode time limits hold, and it is told %i times that events do not come',
    async (mode, told) => {
      const bouncer = await startPgBouncer(join(folder, mode), cluster, mode);
      const url = cluster.url({ port: bouncer.port });
      const db = openDatabase({ url });
      try {
        const limits = await db.transaction((tx) =>
          sql<{ statement: string; lock: string }>`select current_setting('statement_timeout') as statement,
          current_setting('lock_timeout') as lock`.execute(tx),
        );
        expect(limits.rows).toEqual([{ statement: '4375ms', lock: '4s' }]);
        const server = await serve(['--database-url', url, ...key]);
        expect(server.printed().match(/--listen-url/g) ?? []).toHaveLength(told);
        expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);
        expect(await server.stop()).toBe(0);
        const direct = await serve(['--database-url', url, '--listen-url', cluster.url(), ...key]);
        expect(direct.printed()).not.toContain('--listen-url');
        expect(await direct.stop()).toBe(0);
      } finally {
        await db.close();
        await bouncer.stop();
      }
    },
  );
});

it('10.D13 by a socket, as docs/operating.md writes it', async () => {
  const db = openDatabase({
    url: `postgres://gatehouse@/gatehouse?host=${cluster.folder}&port=${cluster.port}`,
  });
  const { rows } = await sql<{ address: string | null }>`select inet_server_addr() as address`.execute(
    db.kysely,
  );
  await db.close();
  expect(rows).toEqual([{ address: null }]);
});

it('10.C7 TLS as libpq means it, by a real server', { timeout: 60_000 }, async () => {
  const certificate = makeCertificate('localhost');
  const secured = await createCluster(join(folder, 'tls'));
  const { uid, gid } = statSync(secured.folder);
  for (const [name, text] of [
    ['server.crt', certificate.cert],
    ['server.key', certificate.key],
  ] as const) {
    const file = join(secured.folder, 'data', name);
    writeFileSync(file, text, { mode: 0o600 });
    chownSync(file, uid, gid);
  }
  await secured.ask('alter system set ssl = on');
  writeFileSync(
    join(secured.folder, 'data', 'pg_hba.conf'),
    'local all all trust\nhost all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n',
  );
  secured.stop('fast');
  secured.start();
  const [mine, other] = [join(folder, 'mine.pem'), join(folder, 'other.pem')];
  writeFileSync(mine, certificate.cert);
  writeFileSync(other, makeCertificate('localhost').cert);

  const asked = async (query: string, host: string): Promise<string> => {
    const db = openDatabase({
      url: `${secured.url().replace('127.0.0.1', host)}?${query}`,
    });
    try {
      const { rows } = await sql<{
        ssl: number;
      }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(db.kysely);
      return rows[0]?.ssl === 1 ? 'TLS' : 'clear';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    } finally {
      await db.close();
    }
  };
  try {
    expect(await asked('', '127.0.0.1')).toBe('TLS');
    expect(await asked('sslmode=allow', '127.0.0.1')).toBe('TLS');
    expect(await asked('sslmode=require', '127.0.0.1')).toBe('TLS');
    expect(await asked('sslmode=disable', '127.0.0.1')).toMatch(/no pg_hba\.conf entry/);
    expect(await asked(`sslmode=verify-ca&sslrootcert=${mine}`, '127.0.0.1')).toBe('TLS');
    expect(await asked(`sslmode=verify-ca&sslrootcert=${other}`, '127.0.0.1')).toMatch(
      /certificate|signature/,
    );
    expect(await asked(`sslmode=verify-full&sslrootcert=${mine}`, 'localhost')).toBe('TLS');
    expect(await asked(`sslmode=verify-full&sslrootcert=${mine}`, '127.0.0.1')).toMatch(
      /does not match certificate/,
    );
    const check = (authorities: string) =>
      gatehouse(['keys', 'check', ...key.slice(0, 2)], {
        env: {
          GATEHOUSE_DATABASE_URL: `${secured.url().replace('127.0.0.1', 'localhost')}?sslmode=verify-full`,
          SSL_CERT_FILE: authorities,
        },
      });
    expect(await check(mine)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await check(other)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(
        /^The database that --database-url .* can’t be opened: .*certificate.*\n$/,
      ),
    });
  } finally {
    secured.remove();
  }
});

it.runIf(existsSync(LIBFAKETIME))(
  'S-119 a server whose clock is 12 s ahead is not ready and refuses',
  { timeout: 60_000 },
  async () => {
    const server = await serve(['--database-url', cluster.url(), ...key], {
      LD_PRELOAD: LIBFAKETIME,
      FAKETIME: '+12s',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    });
    expect(server.printed()).toMatch(/The clock of this machine is 1[12]\.[0-9] s ahead of the database's/);
    expect((await fetch(`${server.address}/health/ready`)).status).toBe(503);
    expect((await fetch(`${server.address}/api/v1/sign-in/options`)).status).toBe(503);
    expect((await fetch(`${server.address}/health/live`)).status).toBe(200);
    await server.stop();
  },
);
