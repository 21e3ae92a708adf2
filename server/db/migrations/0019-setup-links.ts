import type { Migration } from '../migrate.ts';

/** The link that sets up an empty database: one for all servers that start on it. */
export const setupLinks: Migration = {
  name: '0019-setup-links',
  async up(schema, { col }) {
    await schema.schema
      .createTable('setup_links')
      .addColumn('id', col.int, (column) => column.notNull().primaryKey())
      .addColumn('token_hash', col.text, (column) => column.notNull())
      .addColumn('sealed_token', col.text, (column) => column.notNull())
      .addColumn('made_at', col.int, (column) => column.notNull())
      .execute();
  },
};
