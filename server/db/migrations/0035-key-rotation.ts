import type { Migration } from '../migrate.ts';

/**
 * When each version of the key begins to seal, so that every server has it before a row needs it, and when nothing was left
 * sealed by it. Those of before have sealed all along.
 */
export const keyRotation: Migration = {
  name: '0035-key-rotation',
  async up({ schema }, { col }) {
    await schema
      .alterTable('database_keys')
      .addColumn('active_from', col.int, (column) => column.notNull().defaultTo(0))
      .execute();
    await schema.alterTable('database_keys').addColumn('retired_at', col.int).execute();
  },
};
