import type { Migration } from '../migrate.ts';

/** Which notices somebody saw, so that another machine of theirs doesn't tell them again. */
export const noticesSeen: Migration = {
  name: '0050-notices-seen',
  async up(schema, { col }) {
    await schema.schema
      .createTable('notices_seen')
      .addColumn('user_id', col.text, (column) => column.notNull().primaryKey().references('users.id'))
      .addColumn('keys', col.text, (column) => column.notNull())
      .addColumn('at', col.int, (column) => column.notNull())
      .execute();
  },
};
