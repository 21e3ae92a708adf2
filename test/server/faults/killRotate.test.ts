import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { parseKeyring } from '../../../server/crypto/keyring.ts';
import { systemRandom as random } from '../../../server/crypto/random.ts';
import { seal, unseal } from '../../../server/crypto/seal.ts';
import { openDatabase } from '../../../server/db/connection.ts';
import { insertMany } from '../../../server/db/insertMany.ts';
import { gatehouse } from '../../support/gatehouse.ts';
import { killed, spread } from '../../support/killed.ts';
import { nth } from '../../support/nth.ts';
import { INIT } from '../../support/initArgs.ts';

/** More by `GATEHOUSE_KILL_ROUNDS=1000`. */
const ROUNDS = Number(process.env['GATEHOUSE_KILL_ROUNDS'] ?? 4);
const PEOPLE = 400;
const SECRETS = 4_000;
const PASSWORD = 'a river of small lanterns';

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const contextOf = (id: string) => ({ purpose: 'authenticator', userId: id, recordId: id });
const ringIn = (dataDir: string) => parseKeyring(readFileSync(join(dataDir, 'gatehouse.key'), 'utf8'));

async function putSecrets(dataDir: string): Promise<void> {
  const db = openDatabase({ dataDir });
  const keys = ringIn(dataDir);
  const rows = Array.from({ length: SECRETS }, (_, n) => ({
    id: idOf(n),
    user_id: idOf(n),
    status: 'pending' as const,
    sealed_secret: seal(keys, random, contextOf(idOf(n)), `secret ${n}`),
    last_step: 0,
    wrong_tries: 0,
    created_at: 0,
  }));
  await db.transaction((tx) => insertMany(tx, 'authenticators', rows));
  await db.close();
}

/** Which versions seal; every secret has to open by the keys in the file, and say what it said. */
async function versionsOf(dataDir: string): Promise<number[]> {
  const db = openDatabase({ dataDir });
  try {
    const keys = ringIn(dataDir);
    const rows = await db.kysely.selectFrom('authenticators').select(['id', 'sealed_secret']).execute();
    expect(rows).toHaveLength(SECRETS);
    for (const { id, sealed_secret: sealed } of rows)
      expect(unseal(keys, contextOf(id), sealed)).toBe(`secret ${Number(id.slice(-12))}`);
    const versions = rows.map(({ sealed_secret: sealed }) => Number(sealed.split('.')[1]));
    return [...new Set(versions)].toSorted((a, b) => a - b);
  } finally {
    await db.close();
  }
}

/** When the newest version seals some of what the one before sealed, or the rotation is over. */
function halfSealed(dataDir: string) {
  return async (isOver: () => boolean): Promise<void> => {
    const db = openDatabase({ dataDir });
    const ends = async () => {
      const version = sql<string>`substr(sealed_secret, 1, 5)`;
      const found = await db.kysely
        .selectFrom('authenticators')
        .select([sql`min(${version})`.as('least'), sql`max(${version})`.as('most')])
        .executeTakeFirstOrThrow();
      return found.least === found.most;
    };
    while (!isOver() && (await ends())) await delay(1);
    await db.close();
  };
}

it(
  `S-20, S-80: kill -9 during rotations, ${ROUNDS} rounds: every value opens, the log is whole, and the next run goes on`,
  { timeout: 120_000 + ROUNDS * 60_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-kill-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const place = ['--data', dataDir];
    expect((await gatehouse([...INIT, ...place], { input: PASSWORD })).exitCode).toBe(0);
    const csv = join(dataDir, 'people.csv');
    const lines = Array.from(
      { length: PEOPLE },
      (_, n) => `${nth('user', n)},${nth('user', n)}@example.org,User`,
    );
    writeFileSync(csv, ['username,email,name', ...lines].join('\n'));
    expect((await gatehouse(['import-users', csv, ...place])).exitCode).toBe(0);
    await putSecrets(dataDir);

    const startedAt = performance.now();
    expect((await gatehouse(['keys', 'rotate', ...place])).exitCode).toBe(0);
    const took = performance.now() - startedAt;
    let cut = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Anywhere, and then in the middle of sealing.
      const moment = round % 2 === 0 ? took * spread(round) : halfSealed(dataDir);
      if (!(await killed(['keys', 'rotate', ...place], moment))) cut += 1;
      await versionsOf(dataDir);
      for (const command of [
        ['audit', 'verify'],
        ['keys', 'check'],
      ]) {
        const run = await gatehouse([...command, ...place]);
        expect([command, run.exitCode, run.stderr]).toEqual([command, 0, '']);
      }
    }
    expect(cut).toBeGreaterThan(0);
    const run = await gatehouse(['keys', 'rotate', '--json', ...place]);
    expect([run.exitCode, JSON.parse(run.stdout)]).toEqual([0, expect.objectContaining({ unopened: 0 })]);
    const newest = Math.max(...ringIn(dataDir).keys.keys());
    expect(await versionsOf(dataDir)).toEqual([newest]);
    const check = await gatehouse(['keys', 'check', ...place]);
    expect(check.stdout.match(/^Key \d+ .*seals or binds/gm)).toHaveLength(1);
    expect((await gatehouse(['audit', 'verify', ...place])).exitCode).toBe(0);
  },
);
