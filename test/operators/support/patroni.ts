import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, ownFolder } from './cluster.ts';

const BIN = globSync('/usr/lib/postgresql/*/bin').toSorted().at(-1) ?? '';
const PATRONI = '/usr/bin/patroni';
const ETCD = '/usr/bin/etcd';
const PASSWORD = 'quiet';
const WAIT_MS = 90_000;
/** Whoever doesn't answer soon isn't the one. */
const PROBE = { patienceMs: 2_000 };

/** What is lacking here; empty where all of it can be had. */
export const missingForPatroni = [PATRONI, ETCD, BIN].filter((path) => path === '' || !existsSync(path));

/** One of three PostgreSQL servers, with the Patroni that watches over it: a machine. */
export interface Member {
  name: string;
  port: number;
  start(): void;
  /** SIGKILL of all its processes: the machine's power went. */
  kill(): Promise<void>;
  /** SIGSTOP of them: it is there and says nothing. */
  freeze(): void;
  thaw(): void;
}

export interface Patroni {
  /** Names all three. */
  url(): string;
  leader(): Promise<Member>;
  /** All follow the leader, one of them synchronously: the next fault finds the cluster whole. */
  whole(): Promise<void>;
  /** When a change could be made again: a write of our own was acknowledged by another than `gone`. */
  possible(gone: Member): Promise<number>;
  /** Asks the leader. */
  ask<R extends pg.QueryResultRow>(sql: string): Promise<R[]>;
  remove(): Promise<void>;
}

interface Place {
  port: number;
  rest: number;
  folder: string;
}

/** etcd and three PostgreSQL under Patroni on loopback, replicated synchronously, with the role and the database of the servers. */
export async function createPatroni(folder: string): Promise<Patroni> {
  ownFolder(folder);
  const user = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  const [client, peer] = [await freePort(), await freePort()];
  const etcd = run(ETCD, join(folder, 'etcd.log'), {}, [
    `--data-dir=${join(folder, 'etcd')}`,
    '--name=one',
    '--log-level=error',
    `--listen-client-urls=${local(client)}`,
    `--advertise-client-urls=${local(client)}`,
    `--listen-peer-urls=${local(peer)}`,
    `--initial-advertise-peer-urls=${local(peer)}`,
    `--initial-cluster=one=${local(peer)}`,
  ]);
  const members: Member[] = [];
  for (const name of ['one', 'two', 'three']) {
    const place = { port: await freePort(), rest: await freePort(), folder: join(folder, name) };
    ownFolder(place.folder);
    const file = join(place.folder, 'patroni.yml');
    writeFileSync(file, JSON.stringify(configOf(name, place, client), null, 2));
    members.push(memberOf(name, place, () => run(PATRONI, join(place.folder, 'patroni.log'), user, [file])));
  }

  async function connectTo({ port }: Member, database: string, query_timeout: number): Promise<pg.Client> {
    const opened = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password: PASSWORD,
      database,
      connectionTimeoutMillis: 1_000,
      query_timeout,
    });
    opened.on('error', () => undefined);
    await opened.connect();
    return opened;
  }
  async function asked<R extends pg.QueryResultRow>(
    member: Member,
    sql: string,
    { database = 'postgres', patienceMs = 30_000 }: { database?: string; patienceMs?: number } = {},
  ): Promise<R[]> {
    const opened = await connectTo(member, database, patienceMs);
    try {
      return (await opened.query<R>(sql)).rows;
    } finally {
      // Whoever stands still says no goodbye.
      Reflect.get(opened, 'connection').stream.destroy();
    }
  }
  const isLeader = async (member: Member): Promise<boolean> => {
    const [row] = await asked<{ is: boolean }>(member, 'select not pg_is_in_recovery() as is', PROBE);
    return row?.is === true;
  };
  async function firstOf(
    among: readonly Member[],
    is: (member: Member) => Promise<boolean>,
  ): Promise<Member> {
    const until = performance.now() + WAIT_MS;
    for (;;) {
      for (const member of among) if (await is(member).catch(() => false)) return member;
      if (performance.now() > until) throw new Error(`None in time: ${logsOf(folder)}`);
    }
  }
  const leader = () => firstOf(members, isLeader);
  async function whole(): Promise<void> {
    const follow = `select count(*)::int as all, (count(*) filter (where sync_state = 'sync'))::int as sync
      from pg_stat_replication where state = 'streaming'`;
    await firstOf(members, async (member) => {
      const [row] = await asked<{ all: number; sync: number }>(member, follow, PROBE);
      return row?.all === members.length - 1 && row.sync === 1;
    });
  }

  // The first makes the database; the others take it over from it.
  members[0]?.start();
  const first = await leader();
  for (const member of members.slice(1)) member.start();
  await whole();
  await asked(first, `create role gatehouse login password '${PASSWORD}'`);
  await asked(first, 'create database gatehouse owner gatehouse');
  await asked(first, 'create table probes (at timestamptz)');

  return {
    url: () =>
      `postgres://gatehouse:${PASSWORD}@${members.map(({ port }) => `127.0.0.1:${port}`).join(',')}/gatehouse`,
    leader,
    whole,
    async possible(gone) {
      const others = members.filter((member) => member !== gone);
      await firstOf(others, async (member) => {
        await asked(member, 'insert into probes values (now())', PROBE);
        return true;
      });
      return performance.now();
    },
    ask: async (sql) => asked(await leader(), sql, { database: 'gatehouse' }),
    async remove() {
      for (const member of members) await member.kill();
      const ended = once(etcd, 'close');
      etcd.kill('SIGKILL');
      await ended;
    },
  };
}

const local = (port: number) => `http://127.0.0.1:${port}`;
const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

function run(
  program: string,
  log: string,
  user: { uid?: number; gid?: number },
  args: string[],
): ChildProcess {
  const out = openSync(log, 'a');
  return spawn(program, args, { ...user, stdio: ['ignore', out, out], cwd: '/' });
}

function logsOf(folder: string): string {
  const files = globSync(join(folder, '*', 'patroni.log'));
  return files.map((file) => readFileSync(file, 'utf8').split('\n').slice(-8).join('\n')).join('\n\n');
}

/** JSON is YAML, too. */
function configOf(name: string, { port, rest, folder }: Place, etcd: number): object {
  return {
    scope: 'gatehouse',
    name,
    restapi: { listen: `127.0.0.1:${rest}`, connect_address: `127.0.0.1:${rest}` },
    etcd3: { host: `127.0.0.1:${etcd}` },
    bootstrap: {
      dcs: {
        // The shortest that Patroni takes.
        ttl: 20,
        loop_wait: 2,
        retry_timeout: 5,
        // What is acknowledged is on two machines, or nothing is.
        synchronous_mode: true,
        synchronous_mode_strict: true,
        postgresql: { use_pg_rewind: true, parameters: { wal_log_hints: 'on' } },
      },
      initdb: [{ encoding: 'UTF8' }, 'data-checksums'],
    },
    postgresql: {
      listen: `127.0.0.1:${port}`,
      connect_address: `127.0.0.1:${port}`,
      data_dir: join(folder, 'data'),
      bin_dir: BIN,
      pgpass: join(folder, 'pgpass'),
      authentication: Object.fromEntries(
        ['superuser', 'replication', 'rewind'].map((kind) => [
          kind,
          { username: kind === 'superuser' ? 'postgres' : kind, password: PASSWORD },
        ]),
      ),
      pg_hba: [
        'local all all trust',
        'host replication all 127.0.0.1/32 scram-sha-256',
        'host all all 127.0.0.1/32 scram-sha-256',
      ],
      parameters: { unix_socket_directories: folder, wal_retrieve_retry_interval: '200ms' },
    },
  };
}

function memberOf(name: string, { port, folder }: Place, start: () => ChildProcess): Member {
  let patroni: ChildProcess | undefined;
  /** Patroni first, so that it doesn't see what happens to its server. */
  function processes(): number[] {
    const file = join(folder, 'data', 'postmaster.pid');
    const own = patroni?.exitCode === null && patroni.signalCode === null ? [patroni.pid ?? 0] : [];
    if (!existsSync(file)) return own;
    const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0]);
    const all = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const children = all
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([pid, parent]) => parent === postmaster || pid === postmaster);
    return [
      ...own,
      ...children
        .map(([pid = 0]) => pid)
        .toSorted((a, b) => (a === postmaster ? -1 : b === postmaster ? 1 : a - b)),
    ];
  }
  function signal(which: NodeJS.Signals): void {
    for (const pid of processes()) {
      try {
        process.kill(pid, which);
      } catch {
        // It ended by itself.
      }
    }
  }
  return {
    name,
    port,
    start() {
      patroni = start();
    },
    async kill() {
      if (!patroni || patroni.exitCode !== null || patroni.signalCode !== null) return;
      const ended = once(patroni, 'close');
      signal('SIGKILL');
      await ended;
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
  };
}
