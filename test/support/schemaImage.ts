import { sql } from 'kysely';
import { openDatabase } from '../../server/db/connection.ts';
import type { Db } from '../../server/db/connection.ts';
import { migrate } from '../../server/db/migrate.ts';
import { migrations } from '../../server/db/migrations/index.ts';
import { systemRandom } from '../../server/crypto/random.ts';
import type { Keyring } from '../../server/crypto/keyring.ts';
import { sealLog } from '../../server/domain/audit/sealLog.ts';

/** The key of every server in the tests. */
export const TEST_KEYS: Keyring = { current: 1, keys: new Map([[1, Buffer.alloc(32, 7)]]) };

/**
 * Gives a database the product's schema as migrations leave it, its log sealed. An empty SQLite takes it as a whole from one that
 * was migrated before: to take every step anew for each test would be a fifth of the suite.
 */
export async function putSchema(db: Db, now: () => number = Date.now): Promise<void> {
  if (db.dialect === 'sqlite' && (await isEmpty(db))) {
    const statements = await (image ??= makeImage());
    await db.transaction(async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx);
    });
    return;
  }
  const applied = await migrate(db, migrations, now);
  await sealLog(db, { random: systemRandom, keys: TEST_KEYS }, { applied, now: now() });
}

let image: Promise<string[]> | undefined;

async function isEmpty({ kysely }: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from sqlite_schema limit 1`.execute(kysely);
  return rows.length === 0;
}

/** What makes the same tables, indexes and rows in an empty database. */
async function makeImage(): Promise<string[]> {
  const db = openDatabase({ memory: true });
  try {
    const applied = await migrate(db, migrations, () => 0);
    await sealLog(db, { random: systemRandom, keys: TEST_KEYS }, { applied, now: 0 });
    const made = await sql<{ type: string; name: string; sql: string | null }>`
      select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\'
      order by case type when 'table' then 1 else 2 end, rootpage`.execute(db.kysely);
    const virtual = made.rows
      .filter(({ sql: text }) => /^create virtual/i.test(text ?? ''))
      .map(({ name }) => name);
    // The tables behind a virtual one come with it (sqlite.org/fts5.html).
    const behind = new Set(
      virtual.flatMap((table) =>
        ['data', 'idx', 'content', 'docsize', 'config'].map((part) => `${table}_${part}`),
      ),
    );
    const own = made.rows.filter(({ name }) => !behind.has(name));
    const rows: string[] = [];
    for (const { type, name } of own) {
      if (type !== 'table' || virtual.includes(name)) continue;
      const found = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely);
      for (const row of found.rows) {
        const values = Object.values(row).map(literal);
        rows.push(
          `insert into "${name}" (${Object.keys(row)
            .map((column) => `"${column}"`)
            .join(', ')}) values (${values.join(', ')})`,
        );
      }
    }
    return [...own.flatMap(({ sql: text }) => text ?? []), ...rows];
  } finally {
    await db.close();
  }
}

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  throw new Error(`A migration leaves ${typeof value}: say how it is written.`);
}
