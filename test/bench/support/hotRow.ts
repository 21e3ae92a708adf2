import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const ROWS = 10_000;
const TABLES = `drop table if exists steps, happened, head;
  create table steps (id int primary key, step int not null);
  insert into steps select n, 0 from generate_series(0, ${ROWS - 1}) n;
  create table happened (id int not null, at bigint not null);
  create table head (id int primary key, sequence bigint not null);
  insert into head values (1, 0)`;
/** A transaction like the one of an audited act, at its least: an UPDATE, an INSERT, and an UPDATE of the one row that all wait for. */
const STATEMENTS = [
  'begin',
  'update steps set step = step + 1 where id = $1',
  'insert into happened (id, at) values ($1, 0)',
  'update head set sequence = sequence + 1 where id = 1',
  'commit',
];

/** PostgreSQL's own limit for that transaction, each statement prepared and a round trip. */
export interface HotRow {
  /** Who asks it: pgbench, or a loop of Node's where there is none. */
  by: 'pgbench' | 'node';
  /** Transactions a second over so many connections, for so long. */
  rate(ms: number): Promise<number>;
}

const run = promisify(execFile);

export async function openHotRow(url: string, connections: number): Promise<HotRow> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(TABLES);
  await client.end();
  const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-bench-')), 'hotRow.sql');
  writeFileSync(
    file,
    `\\set id random(0, ${ROWS - 1})\n${STATEMENTS.join(';\n').replaceAll('$1', ':id')};\n`,
  );
  const pgbench = async (ms: number) => {
    const seconds = String(Math.max(1, Math.round(ms / 1000)));
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(connections),
      '-j',
      '1',
      '-T',
      seconds,
      '-f',
      file,
      url,
    ];
    const { stdout } = await run('pgbench', args);
    return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
  };
  try {
    await pgbench(1000);
    return { by: 'pgbench', rate: pgbench };
  } catch {
    return { by: 'node', rate: (ms) => inNode(url, connections, ms) };
  }
}

async function inNode(url: string, connections: number, ms: number): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  const loop = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    while (performance.now() - startedAt < ms) {
      done += 1;
      for (const [index, text] of STATEMENTS.entries()) {
        const values = text.includes('$1') ? [done % ROWS] : [];
        await client.query({ name: `hot ${index}`, text, values });
      }
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: connections }, loop));
  return (done * 1000) / (performance.now() - startedAt);
}
