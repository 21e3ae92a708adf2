import type { Migration } from '../migrate.ts';

/** Which import made whom, and whether its file was confirmed as the HR system's: else whoever sent it typed what it says. */
export const imports: Migration = {
  name: '0016-imports',
  async up(schema, { col }) {
    await schema.schema
      .createTable('imports')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('by_id', col.id)
      .addColumn('at', col.int, (column) => column.notNull())
      .addColumn('hr_confirmed_at', col.int)
      .addColumn('hr_confirmed_by', col.id)
      .execute();
    await schema.schema.alterTable('users').addColumn('import_id', col.id).execute();
  },
};
