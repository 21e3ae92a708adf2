import type { Migration } from '../migrate.ts';

/** That a first setup needs no activation code is bound to the server's key. The same opening binds those of before (server/boundRows.ts). */
export const boundWaivers: Migration = {
  name: '0060-bound-waivers',
  async up({ schema }, { col }) {
    await schema.alterTable('users').addColumn('waiver_mac', col.text).execute();
  },
};
