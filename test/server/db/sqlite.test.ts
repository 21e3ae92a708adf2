import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';
import { DatabaseUnavailable } from '../../../server/db/errors.ts';

let dataDir = '';
let db: Db;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-sqlite-'));
  db = openDatabase({ dataDir });
  await sql`create table counter (id integer primary key, value integer, filler blob)`.execute(db.kysely);
  await sql`insert into counter (id, value) values (1, 0)`.execute(db.kysely);
});

afterEach(async () => {
  await db.close();
  rmSync(dataDir, { recursive: true });
});

async function counterValue(): Promise<unknown> {
  const { rows } = await sql<{ value: number }>`select value from counter where id = 1`.execute(db.kysely);
  return rows[0]?.value;
}

async function pragma(name: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db.kysely);
  return Object.values(rows[0] ?? {})[0];
}

describe('a database file', () => {
  test('is durable and checked: write-ahead log, synchronous=FULL, foreign keys', async () => {
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
  });

  test('is readable for its owner alone', () => {
    for (const file of ['gatehouse.db', 'gatehouse.db-wal']) {
      expect(statSync(join(dataDir, file)).mode & 0o077).toBe(0);
    }
  });

  test('is read while a transaction is open, as it was before', async () => {
    await db.transaction(async (tx) => {
      await sql`update counter set value = 5`.execute(tx);
      expect(await counterValue()).toBe(0);
    });
    expect(await counterValue()).toBe(5);
  });

  test('that can not be opened is refused at once', () => {
    expect(() => openDatabase({ file: join(dataDir, 'missing', 'x.db') })).toThrow(/ENOENT/);
    expect(() => openDatabase({})).toThrow(/No database is named/);
  });
});

// S-91. `max_page_count` makes SQLite itself say that the disk is full, in the middle of a transaction.
describe('a full disk', () => {
  test('refuses clearly, changes nothing, and is well again once there is room', async () => {
    const pages = Number(await pragma('page_count'));
    await pragma(`max_page_count = ${pages + 4}`);
    const attempts = Array.from({ length: 6 }, (_, index) =>
      db.transaction(async (tx) => {
        await sql`update counter set value = value + 1`.execute(tx);
        if (index === 3) await sql`insert into counter (filler) values (zeroblob(1000000))`.execute(tx);
      }),
    );
    const outcomes = await Promise.allSettled(attempts);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(outcomes[3]).toMatchObject({
      status: 'rejected',
      reason: expect.any(DatabaseUnavailable) as unknown,
    });
    expect(await counterValue()).toBe(6 - refused.length);

    await pragma('max_page_count = 1000000');
    await db.transaction((tx) => sql`insert into counter (filler) values (zeroblob(1000000))`.execute(tx));
    expect(await counterValue()).toBe(6 - refused.length);
  });

  test('a callback that goes on after the database rolled back writes nothing', async () => {
    await pragma(`max_page_count = ${Number(await pragma('page_count')) + 4}`);
    const work = db.transaction(async (tx) => {
      await sql`insert into counter (filler) values (zeroblob(1000000))`.execute(tx).catch(() => undefined);
      await sql`update counter set value = 9`.execute(tx);
    });
    await expect(work).rejects.toThrow(DatabaseUnavailable);
    expect(await counterValue()).toBe(0);
  });
});

describe('several processes on one file', () => {
  const children: ChildProcess[] = [];

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  function startCounting(rounds: number): ChildProcess {
    const child = fork(join(import.meta.dirname, 'countingChild.ts'), [dataDir, String(rounds)], {
      execArgv: [],
    });
    children.push(child);
    return child;
  }

  test('lose no write to each other', async () => {
    const counting = [startCounting(150), startCounting(150)];
    await Promise.all(counting.map((child) => once(child, 'exit')));
    expect(await counterValue()).toBe(300);
  });

  test('S-90 everything acknowledged before kill -9 is there', async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = Number(await counterValue());
      const child = startCounting(1_000_000);
      let acknowledged = 0;
      child.on('message', () => {
        acknowledged += 1;
        if (acknowledged === 40 + round * 17) child.kill('SIGKILL');
      });
      await once(child, 'exit');
      expect(acknowledged).toBeGreaterThan(0);
      // Messages still under way at the kill make the count of acknowledgements a lower bound.
      expect(Number(await counterValue())).toBeGreaterThanOrEqual(before + acknowledged);
    }
    expect(await pragma('integrity_check')).toBe('ok');
  });
});
