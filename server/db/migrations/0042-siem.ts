import type { Migration } from '../migrate.ts';

/** How far each destination of the audit log has taken it, and since when one doesn't. */
export const siem: Migration = {
  name: '0042-siem',
  async up(schema, { col }) {
    await schema.schema
      .createTable('siem_destinations')
      .addColumn('name', col.text, (column) => column.notNull().primaryKey())
      .addColumn('sequence', col.int, (column) => column.notNull())
      .addColumn('hash', col.text, (column) => column.notNull())
      .addColumn('checkpoint', col.int, (column) => column.notNull())
      .addColumn('window_sequence', col.int, (column) => column.notNull())
      .addColumn('window_hash', col.text, (column) => column.notNull())
      .addColumn('window_checkpoint', col.int, (column) => column.notNull())
      .addColumn('taken_at', col.int)
      .addColumn('failing_since', col.int)
      .addColumn('failure', col.text)
      .execute();
  },
};
