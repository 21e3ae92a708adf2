import type { Migration } from '../migrate.ts';

/** Which keys the database's sealed values are sealed with. Filled in at the first opening (domain/keys/). */
export const databaseKeys: Migration = {
  name: '0018-database-keys',
  async up({ schema }, { col }) {
    await schema
      .createTable('database_keys')
      .addColumn('version', col.int, (column) => column.notNull().primaryKey())
      .addColumn('fingerprint', col.text, (column) => column.notNull())
      .addColumn('sealed_proof', col.text, (column) => column.notNull())
      .addColumn('noted_at', col.int, (column) => column.notNull())
      .execute();
  },
};
