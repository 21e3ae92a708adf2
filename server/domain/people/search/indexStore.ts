import { sql } from 'kysely';
import type { Db, Tx } from '../../../db/connection.ts';
import type { DialectName } from '../../../db/dialects.ts';
import { search } from '../../../db/migrations/0024-search.ts';
import { FACTS } from '../../../db/migrations/0026-search-facts.ts';
import { searchText } from './words.ts';

/** Two parameters each: SQLite takes 32,766. */
const ROWS_AT_ONCE = 2000;

/**
 * Makes people searchable in the transaction of the migrations: writes the search texts of everybody where they were of an older
 * form, and on PostgreSQL the index, wherever it can be had by now.
 *
 * @param applied the migrations that this opening carried out
 */
export async function makeSearchable(
  tx: Tx,
  dialect: DialectName,
  applied: readonly string[],
): Promise<void> {
  if (applied.includes(search.name)) await writeSearchTexts(tx, dialect);
  if (dialect === 'postgres') await makeTrigramIndex(tx);
}

async function writeSearchTexts(tx: Tx, dialect: DialectName): Promise<void> {
  let after = '';
  for (;;) {
    const people = await tx
      .selectFrom('users')
      .select(['id', 'name', 'username', 'email', 'department', 'phone', 'mobile'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute();
    const last = people.at(-1);
    if (!last) break;
    const texts = sql.join(people.map((person) => sql`(${person.id}, ${searchText(person)})`));
    await sql`update users set search_text = texts.column2 from (values ${texts}) as texts where users.id = texts.column1`.execute(
      tx,
    );
    after = last.id;
  }
  if (dialect === 'sqlite') await fillTrigramIndex(tx);
}

async function fillTrigramIndex(tx: Tx): Promise<void> {
  await sql`insert into user_search_rows (user_id, recent, name_key)
            select id, -coalesce(last_sign_in_at, 0), name_key from users order by name_key, id`.execute(tx);
  await sql`insert into user_search (rowid, text, facts) select number, search_text, ${sql.raw(FACTS('users'))}
            from user_search_rows join users on users.id = user_id`.execute(tx);
}

/**
 * Where the extension isn't there and this user may not create it, people are searched without: that is correct, and slow where
 * they are many. Tried at every opening, so that an extension which somebody creates later is used from the next start on.
 */
async function makeTrigramIndex(tx: Tx): Promise<void> {
  await sql
    .raw(
      `do $$
       declare place text;
       begin
         if to_regclass('users_search') is not null then return; end if;
         create extension if not exists pg_trgm;
         select nspname into place
           from pg_extension join pg_namespace on pg_namespace.oid = extnamespace where extname = 'pg_trgm';
         execute format('create index users_search on users using gin (search_text %I.gin_trgm_ops)', place);
       exception when insufficient_privilege or undefined_file or feature_not_supported then null;
       end $$`,
    )
    .execute(tx);
}

/** Whether people are searched by an index. */
export async function isSearchIndexed({ dialect, kysely }: Pick<Db, 'dialect' | 'kysely'>): Promise<boolean> {
  if (dialect === 'sqlite') return true;
  const { rows } = await sql`select 1 where to_regclass('users_search') is not null`.execute(kysely);
  return rows.length > 0;
}
