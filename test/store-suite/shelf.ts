import { sql } from 'kysely';
import type { Generated, Kysely } from 'kysely';
import type { Db } from '../../server/db/connection.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Migration } from '../../server/db/migrate.ts';

/** Tables of the suite's own, so that it speaks of the databases and not of the product. */
export interface Shelf {
  shelf: {
    id: string;
    name: string | null;
    step: Generated<number>;
    held: Generated<number>;
    made_at: number | null;
  };
  book: { id: string; shelf_id: string; pages: number };
}

export const shelfMigration: Migration = {
  name: 'shelf',
  async up({ schema }, { col }) {
    await schema
      .createTable('shelf')
      .addColumn('id', col.id, (column) => column.primaryKey())
      .addColumn('name', col.text, (column) => column.unique())
      .addColumn('step', col.int, (column) => column.notNull().defaultTo(0))
      .addColumn('held', col.flag, (column) => column.notNull().defaultTo(0))
      .addColumn('made_at', col.int)
      .execute();
    await schema
      .createTable('book')
      .addColumn('id', col.id, (column) => column.primaryKey())
      .addColumn('shelf_id', col.id, (column) => column.notNull().references('shelf.id'))
      .addColumn('pages', col.int, (column) => column.notNull().check(sql`pages > 0`))
      .execute();
  },
};

export interface ShelfDb {
  kysely: Kysely<Shelf>;
  transaction<T>(fn: (tx: Kysely<Shelf>) => Promise<T>): Promise<T>;
}

/** The same database, seen as holding the suite's tables. */
export function shelfDb(db: Db): ShelfDb {
  return {
    kysely: db.kysely as unknown as Kysely<Shelf>,
    transaction: (fn) => db.transaction((tx) => fn(tx as unknown as Kysely<Shelf>)),
  };
}

export async function makeShelves(db: Db): Promise<ShelfDb> {
  await migrate(db, [shelfMigration], () => 0);
  return shelfDb(db);
}
