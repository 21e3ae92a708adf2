import type { Migration } from '../migrate.ts';

/**
 * Who somebody is, and what they may, is bound to the server's key: roles, passwords, identity providers and
 * the links with them; and where a connected system is. The same opening binds those of before (server/boundRows.ts).
 */
export const boundAccounts: Migration = {
  name: '0043-bound-accounts',
  async up({ schema }, { col }) {
    for (const table of ['user_roles', 'sso_providers', 'sso_links', 'systems'] as const)
      await schema.alterTable(table).addColumn('mac', col.text).execute();
    await schema.alterTable('users').addColumn('password_mac', col.text).execute();
  },
};
