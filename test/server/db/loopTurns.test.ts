import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import type { Db } from '../../../server/db/connection.ts';

/** Some 4 ms of SQLite's work. */
const slow = sql`select max(i) from (
  with recursive n(i) as (select 1 union all select i + 1 from n where i < 40000) select i from n)`;

it.each([
  ['reads', (db: Db) => slow.execute(db.kysely)],
  ['transactions', (db: Db) => db.transaction((tx) => slow.execute(tx))],
])('issue 8.11: many %s at once let the event loop go on in between', async (_what, work) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-turns-'));
  const db = openDatabase({ dataDir });
  let rounds = 0;
  const counting = setInterval(() => (rounds += 1), 1);
  await Promise.all(Array.from({ length: 20 }, () => work(db)));
  const during = rounds;
  clearInterval(counting);
  await db.close();
  rmSync(dataDir, { recursive: true });
  expect(during).toBeGreaterThan(2);
});
