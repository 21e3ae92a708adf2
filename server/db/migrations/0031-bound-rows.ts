import type { Migration } from '../migrate.ts';

/**
 * Rows by which something is removed, held or opened in connected systems are bound to the server's key: links, effects, held accounts,
 * what a request removes, and the use of an activation code. The same opening fills in the MACs of those of before (server/boundRows.ts).
 */
export const boundRows: Migration = {
  name: '0031-bound-rows',
  async up(schema, { col }) {
    for (const [table, column] of [
      ['system_links', 'mac'],
      ['reset_effects', 'mac'],
      ['held_accounts', 'mac'],
      ['reset_requests', 'targets_mac'],
      ['activation_codes', 'used_mac'],
    ] as const)
      await schema.schema.alterTable(table).addColumn(column, col.text).execute();
    await schema.schema
      .alterTable('reset_effects')
      .addColumn('together', col.int, (column) => column.notNull().defaultTo(1))
      .execute();
  },
};
