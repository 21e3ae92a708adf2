import type { Migration } from '../migrate.ts';

/**
 * By which rule people are linked to their accounts in a connected system, with how far it has come, and whose link somebody
 * took away by hand: no rule makes that one again.
 */
export const linksByRule: Migration = {
  name: '0034-links-by-rule',
  async up(schema, { col }) {
    await schema.schema
      .createTable('system_link_rules')
      .addColumn('system_id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('rule', col.text, (column) => column.notNull())
      .addColumn('since', col.int, (column) => column.notNull())
      .addColumn('by_id', col.id, (column) => column.notNull())
      .addColumn('looked_to', col.text, (column) => column.notNull())
      .addColumn('looked', col.int, (column) => column.notNull())
      .addColumn('linked', col.int, (column) => column.notNull())
      .addColumn('ended_at', col.int)
      .addColumn('sentence', col.json)
      .addColumn('mac', col.text, (column) => column.notNull())
      .execute();
    await schema.schema
      .createTable('system_unlinked')
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('at', col.int, (column) => column.notNull())
      .addPrimaryKeyConstraint('system_unlinked_whose', ['user_id', 'system_id'])
      .execute();
  },
};
