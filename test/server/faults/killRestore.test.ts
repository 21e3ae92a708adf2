import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../server/db/connection.ts';
import { gatehouse } from '../../support/gatehouse.ts';
import { killed } from '../../support/killed.ts';
import { nth } from '../../support/nth.ts';
import { INIT } from '../../support/initArgs.ts';

/** More by `GATEHOUSE_KILL_ROUNDS=1000`. */
const ROUNDS = Number(process.env['GATEHOUSE_KILL_ROUNDS'] ?? 6);
const PASSWORD = 'a river of small lanterns';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function peopleThere(dataDir: string): Promise<number> {
  const db = openDatabase({ dataDir });
  try {
    return (await db.kysely.selectFrom('users').select('id').execute()).length;
  } finally {
    await db.close();
  }
}

it(
  `S-20, S-81: kill -9 during a backup and a restore, ${ROUNDS} rounds: a whole file or none, all of the backup or none of it`,
  { timeout: 60_000 + ROUNDS * 30_000 },
  async () => {
    const data = join(folder, 'data');
    const place = ['--data', data];
    expect((await gatehouse([...INIT, ...place], { input: PASSWORD })).exitCode).toBe(0);
    const csv = join(folder, 'people.csv');
    const rows = (from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, n) => `${nth('user', from + n)},${nth('user', from + n)}@example.org,User`,
      );
    writeFileSync(csv, ['username,email,name', ...rows(0, 1000)].join('\n'));
    expect((await gatehouse(['import-users', csv, ...place])).exitCode).toBe(0);
    const file = join(folder, 'whole.backup');
    const began = performance.now();
    expect((await gatehouse(['backup', file, ...place])).exitCode).toBe(0);
    const backupMs = performance.now() - began;
    writeFileSync(csv, ['username,email,name', ...rows(1000, 1200)].join('\n'));
    expect((await gatehouse(['import-users', csv, ...place])).exitCode).toBe(0);
    expect(await peopleThere(data)).toBe(1201);

    const key = ['--key-file', join(data, 'gatehouse.key')];
    const restore = ['restore', file, '--replace', ...place];
    const startedAt = performance.now();
    expect((await gatehouse([...restore, '--dry-run'], { input: 'Northwind\n' })).exitCode).toBe(0);
    const checkMs = performance.now() - startedAt;
    let cut = 0;
    // More where the machine has become so much quicker that none was in the middle, each time sooner.
    for (let round = 0; round < ROUNDS || cut === 0; round += 1) {
      const part = ((round % ROUNDS) + 0.5) / ROUNDS;
      const sooner = 1 + Math.floor(round / ROUNDS);
      const other = join(folder, `${round}.backup`);
      await killed(['backup', other, ...place], backupMs * (0.3 + 0.7 * part));
      if (existsSync(other)) expect((await gatehouse(['verify-backup', other, ...key])).exitCode).toBe(0);

      const isOver = await killed(restore, (checkMs * (0.4 + part)) / sooner, 'Northwind\n');
      const people = await peopleThere(data);
      expect([1001, 1201]).toContain(people);
      if (isOver) expect(people).toBe(1001);
      else cut += 1;
      expect((await gatehouse(['audit', 'verify', ...place])).exitCode).toBe(0);
    }
    expect(cut).toBeGreaterThan(0);
    expect((await gatehouse(restore, { input: 'Northwind\n' })).exitCode).toBe(0);
    expect(await peopleThere(data)).toBe(1001);
    expect((await gatehouse(['audit', 'verify', ...place])).exitCode).toBe(0);
  },
);
