import type { Migration } from '../migrate.ts';

/** Which calls may have gone to the mobile phone; of those made before this nobody knows. */
export const callsToMobiles: Migration = {
  name: '0006-calls-to-mobiles',
  async up(schema, { col }) {
    await schema.schema.alterTable('reset_checks').addColumn('to_mobile', col.flag).execute();
  },
};
