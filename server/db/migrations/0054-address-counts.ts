import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** How many public requests an address made this minute, of all servers together. */
export const addressCounts: Migration = {
  name: '0054-address-counts',
  async up(schema, { col, dialect }) {
    await schema.schema
      .createTable('address_counts')
      .addColumn('address_hash', col.text, (column) => column.notNull().primaryKey())
      .addColumn('ends_at', col.int, (column) => column.notNull())
      .addColumn('taken', col.int, (column) => column.notNull())
      .addColumn('granted', col.int, (column) => column.notNull())
      .execute();
    // Nobody waits for the disk, or for a standby: what a crash forgets is a minute.
    if (dialect === 'postgres') await sql`alter table address_counts set unlogged`.execute(schema);
  },
};
