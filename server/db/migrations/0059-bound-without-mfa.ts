import type { Migration } from '../migrate.ts';

/** That somebody has no MFA is bound to the server's key. The same opening binds those of before (server/boundRows.ts). */
export const boundWithoutMfa: Migration = {
  name: '0059-bound-without-mfa',
  async up({ schema }, { col }) {
    await schema.alterTable('users').addColumn('off_mac', col.text).execute();
  },
};
