import type { Migration } from '../migrate.ts';

/** Links of many people that two people agreed to, by what a file calls each account there, until the system was asked for it. */
export const wantedLinks: Migration = {
  name: '0034-wanted-links',
  async up(schema, { col }) {
    await schema.schema
      .createTable('wanted_links')
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('account', col.text, (column) => column.notNull())
      .addColumn('by_id', col.id, (column) => column.notNull())
      .addColumn('by_name', col.text, (column) => column.notNull())
      .addColumn('at', col.int, (column) => column.notNull())
      .addColumn('not_linked', col.text)
      .addColumn('mac', col.text, (column) => column.notNull())
      .addPrimaryKeyConstraint('wanted_links_whose', ['system_id', 'user_id'])
      .execute();
  },
};
