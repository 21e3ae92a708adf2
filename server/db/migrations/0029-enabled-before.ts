import type { Migration } from '../migrate.ts';

/**
 * Whether an account in a connected system was enabled before a reset held it: what its administrator had disabled stays so. Null
 * where nobody read it, as in all from before.
 */
export const enabledBefore: Migration = {
  name: '0029-enabled-before',
  async up(schema, { col }) {
    await schema.schema.alterTable('reset_effects').addColumn('enabled_before', col.int).execute();
  },
};
