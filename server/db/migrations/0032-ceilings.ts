import type { Migration } from '../migrate.ts';

/**
 * Since when resets count towards their ceilings: an officer has looked, and ended the freeze that a ceiling made (S-115). And what
 * staff were told of a connected system: the key lets one of several servers tell.
 */
export const ceilings: Migration = {
  name: '0032-ceilings',
  async up(schema, { col }) {
    await schema.schema.alterTable('organisation').addColumn('ceilings_from', col.int).execute();
    await schema.schema
      .createTable('system_notices')
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('what', col.text, (column) => column.notNull())
      .addColumn('about', col.int, (column) => column.notNull())
      .addColumn('mailed_at', col.int, (column) => column.notNull())
      .addPrimaryKeyConstraint('system_notices_pk', ['system_id', 'what', 'about'])
      .execute();
  },
};
