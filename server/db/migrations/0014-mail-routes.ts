import type { Migration } from '../migrate.ts';

/** By which ways mails went, and who turned them: what lets somebody in goes by none that is young. */
export const mailRoutes: Migration = {
  name: '0014-mail-routes',
  async up(schema, { col }) {
    await schema.schema
      .createTable('mail_routes')
      .addColumn('number', col.int, (column) => column.notNull().primaryKey())
      .addColumn('route_hash', col.text, (column) => column.notNull())
      .addColumn('has_server', col.flag, (column) => column.notNull())
      .addColumn('is_change', col.flag, (column) => column.notNull())
      .addColumn('by_id', col.id)
      .addColumn('at', col.int, (column) => column.notNull())
      .execute();
  },
};
