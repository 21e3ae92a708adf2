import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { systemRandom as random } from '../../../server/crypto/random.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { doneMigrations, migrate } from '../../../server/db/migrate.ts';
import { migrations } from '../../../server/db/migrations/index.ts';
import { sealLog } from '../../../server/domain/audit/sealLog.ts';
import { gatehouse } from '../../support/gatehouse.ts';
import { killed, spread } from '../../support/killed.ts';
import { TEST_KEYS } from '../../support/schemaImage.ts';

/** More by `GATEHOUSE_KILL_ROUNDS=1000`. */
const ROUNDS = Number(process.env['GATEHOUSE_KILL_ROUNDS'] ?? 6);
const PEOPLE = 2_000;

/** What an older version had: before people could be searched by an index, and before anything was bound to the key. */
const older = migrations.slice(
  0,
  migrations.findIndex(({ name }) => name === '0018-database-keys'),
);

async function putOlder(dataDir: string): Promise<void> {
  const db = openDatabase({ dataDir });
  const applied = await migrate(db, older, () => 0);
  await sealLog(db, { random, keys: TEST_KEYS }, { applied, now: 0 });
  await sql`insert into organisation (id, name, kind, created_at) values (1, 'Northwind', 'server', 0)`.execute(
    db.kysely,
  );
  await sql`
    with recursive n(n) as (select 1 union all select n + 1 from n where n < ${PEOPLE})
    insert into users (id, username, name, name_key, search_text, email, status, mfa_state, language, created_at)
    select printf('01890000-0000-7000-8000-%012d', n), 'user' || n, 'User ' || n, 'user ' || n, 'user ' || n,
      'user' || n || '@example.org', 'active', 'off', 'en', 0 from n`.execute(db.kysely);
  await db.close();
}

async function standing(dataDir: string): Promise<{ steps: number; people: number; integrity: unknown }> {
  const db = openDatabase({ dataDir });
  try {
    const { length: steps } = await doneMigrations(db.kysely, db.dialect);
    const people = await sql<{ count: number }>`select count(*) as count from users`.execute(db.kysely);
    const checked = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db.kysely);
    return { steps, people: people.rows[0]?.count ?? 0, integrity: checked.rows[0]?.integrity_check };
  } finally {
    await db.close();
  }
}

it(
  `S-20: kill -9 during a migration, ${ROUNDS} rounds: the schema of before or the new one, and everybody in it`,
  { timeout: 60_000 + ROUNDS * 30_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-kill-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const before = join(folder, 'before');
    await putOlder(before);
    const [[version, key] = []] = TEST_KEYS.keys;
    const keyText = `${version}:${Buffer.from(key ?? []).toString('base64url')}\n`;
    writeFileSync(join(before, 'gatehouse.key'), keyText, { mode: 0o600 });
    const copy = (name: string) => {
      const data = join(folder, name);
      cpSync(before, data, { recursive: true });
      return data;
    };
    const whole = copy('whole');
    const startedAt = performance.now();
    const done = await gatehouse(['migrate', '--data', whole]);
    expect([done.exitCode, done.stderr]).toEqual([0, '']);
    const took = performance.now() - startedAt;
    let cut = 0;
    for (let round = 0; round < ROUNDS || cut === 0; round += 1) {
      const data = copy(`round${round}`);
      // What comes before the migration itself is the same each time.
      const isOver = await killed(['migrate', '--data', data], took * (0.3 + 0.7 * spread(round)));
      const { steps, ...rest } = await standing(data);
      expect(rest).toEqual({ people: PEOPLE, integrity: 'ok' });
      expect([older.length, migrations.length]).toContain(steps);
      if (isOver) expect(steps).toBe(migrations.length);
      else cut += 1;
      const again = await gatehouse(['migrate', '--data', data]);
      expect([again.exitCode, again.stderr]).toEqual([0, '']);
      expect(await standing(data)).toEqual({ steps: migrations.length, people: PEOPLE, integrity: 'ok' });
      const verified = await gatehouse(['audit', 'verify', '--data', data]);
      expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
      rmSync(data, { recursive: true });
    }
    expect(cut).toBeGreaterThan(0);
  },
);
