import type { Migration } from '../migrate.ts';

/** Who was told that an exemption ends: the key lets one of several servers tell. */
export const exemptionReminders: Migration = {
  name: '0005-exemption-reminders',
  async up(schema, { col }) {
    await schema.schema
      .createTable('exemption_reminders')
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('ends_at', col.int, (column) => column.notNull())
      .addColumn('mailed_at', col.int, (column) => column.notNull())
      .addPrimaryKeyConstraint('exemption_reminders_pk', ['user_id', 'ends_at'])
      .execute();
  },
};
