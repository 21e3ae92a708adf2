import { execFileSync } from 'node:child_process';
import { appendFileSync, chownSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';

/** Debian's PostgreSQL, the newest that is installed. */
const BIN = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1) ?? '';
const PASSWORD = 'quiet';

export interface Cluster {
  port: number;
  folder: string;
  start(): void;
  stop(mode: 'fast' | 'immediate'): void;
  promote(): void;
  /** SIGSTOP of all its processes: it is there and says nothing, as on a machine that hangs. */
  freeze(): void;
  thaw(): void;
  ask<R extends pg.QueryResultRow>(sql: string, database?: string): Promise<R[]>;
  /** Of a database as the servers' user, through another port where one is given. */
  url(options?: { user?: string; port?: number; database?: string }): string;
  remove(): void;
}

/** A program of the cluster's; PostgreSQL refuses to run as root. */
function run(program: string, ...args: string[]): string {
  const command = [program, ...args];
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  const [file = '', ...rest] = asUser;
  return execFileSync(file, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A folder that the clusters' user owns. */
export function ownFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (process.getuid?.() !== 0) return;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  chownSync(folder, id('-u'), id('-g'));
}

/** A primary with the role and the database of the servers; or a standby of another cluster. */
export async function createCluster(
  folder: string,
  { standbyOf, settings = [] }: { standbyOf?: Cluster; settings?: string[] } = {},
): Promise<Cluster> {
  const port = await freePort();
  ownFolder(folder);
  const data = join(folder, 'data');
  if (standbyOf) {
    const from = `host=127.0.0.1 port=${standbyOf.port} user=postgres`;
    run(join(BIN, 'pg_basebackup'), '-D', data, '-R', '-X', 'stream', '-c', 'fast', '-d', from);
  } else {
    run(join(BIN, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync');
    const lines = ['wal_level = replica', "listen_addresses = '127.0.0.1'"];
    appendFileSync(join(data, 'postgresql.conf'), `${lines.join('\n')}\n`);
    const rules = [
      'local all all trust',
      'host all postgres 127.0.0.1/32 trust',
      'host replication all 127.0.0.1/32 trust',
    ];
    const own = 'host all all 127.0.0.1/32 scram-sha-256';
    writeFileSync(join(data, 'pg_hba.conf'), `${[...rules, own].join('\n')}\n`);
  }
  appendFileSync(
    join(data, 'postgresql.conf'),
    `port = ${port}\nunix_socket_directories = '${folder}'\n${settings.join('\n')}\n`,
  );

  const control = (...args: string[]) => run(join(BIN, 'pg_ctl'), '-D', data, '-w', '-t', '30', ...args);
  /** The postmaster, and those that it made. */
  function processes(): number[] {
    const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' });
    return [postmaster, ...children.trim().split(/\s+/).map(Number)];
  }
  const cluster: Cluster = {
    port,
    folder,
    start: () => void control('-l', join(folder, 'log'), 'start'),
    stop: (mode) => void control('-m', mode, 'stop'),
    promote: () => void control('promote'),
    freeze: () => processes().forEach((pid) => process.kill(pid, 'SIGSTOP')),
    thaw: () => processes().forEach((pid) => process.kill(pid, 'SIGCONT')),
    async ask<R extends pg.QueryResultRow>(sql: string, database = 'postgres') {
      const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database });
      await client.connect();
      try {
        return (await client.query<R>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    url: ({ user = 'gatehouse', port: through = port, database = 'gatehouse' } = {}) =>
      `postgres://${user}:${PASSWORD}@127.0.0.1:${through}/${database}`,
    remove() {
      try {
        cluster.thaw();
        cluster.stop('immediate');
      } catch {
        // It doesn't run.
      }
    },
  };
  cluster.start();
  if (!standbyOf) {
    await cluster.ask(`create role gatehouse login password '${PASSWORD}'`);
    await cluster.ask('create database gatehouse owner gatehouse');
  }
  return cluster;
}
