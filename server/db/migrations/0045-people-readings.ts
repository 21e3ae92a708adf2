import type { Migration } from '../migrate.ts';

/**
 * From which connected systems people are read and how the last reading went; whose account there is whose, and since when it is
 * gone; and from which system a contact was changed.
 */
export const peopleReadings: Migration = {
  name: '0045-people-readings',
  async up(schema, { col }) {
    await schema.schema
      .createTable('people_readings')
      .addColumn('system_id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('every', col.text, (column) => column.notNull())
      .addColumn('grace_days', col.int, (column) => column.notNull())
      .addColumn('since', col.int, (column) => column.notNull())
      .addColumn('by_id', col.id, (column) => column.notNull())
      .addColumn('next_at', col.int, (column) => column.notNull())
      .addColumn('began_at', col.int)
      .addColumn('read_at', col.int)
      .addColumn('outcome', col.json)
      .addColumn('sentence', col.json)
      .addColumn('told_at', col.int)
      .addColumn('mac', col.text, (column) => column.notNull())
      .execute();
    await schema.schema
      .createTable('system_people')
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('external_id', col.text, (column) => column.notNull())
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('gone_since', col.int)
      .addColumn('suspended_at', col.int)
      .addColumn('mac', col.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('system_people_account', ['system_id', 'external_id'])
      .execute();
    await schema.schema
      .createIndex('system_people_whose')
      .on('system_people')
      .columns(['user_id', 'system_id'])
      .unique()
      .execute();
    await schema.schema.alterTable('contact_changes').addColumn('system_id', col.id).execute();
  },
};
