import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Views of lists that people keep under a name, gone with their person. */
export const savedViews: Migration = {
  name: '0048-saved-views',
  async up(schema, { col }) {
    // SQLite refers to what has a key, PostgreSQL to what is unique: both take the primary key.
    await schema.schema
      .createTable('saved_views')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('user_id', col.id, (column) => column.notNull().references('users.id').onDelete('cascade'))
      .addColumn('list', col.text, (column) => column.notNull())
      .addColumn('name', col.text, (column) => column.notNull())
      .addColumn('name_key', col.text, (column) => column.notNull())
      .addColumn('query', col.text, (column) => column.notNull())
      .addColumn('created_at', col.int, (column) => column.notNull())
      .execute();
    await sql
      .raw('create unique index saved_views_name on saved_views (user_id, list, name_key)')
      .execute(schema);
  },
};
