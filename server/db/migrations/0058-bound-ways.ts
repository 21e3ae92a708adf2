import type { Migration } from '../migrate.ts';

/**
 * The policy, the way of mails, and where each person reads theirs, are bound to the server's key. The same opening binds those of before
 * (server/boundRows.ts).
 */
export const boundWays: Migration = {
  name: '0058-bound-ways',
  async up({ schema }, { col }) {
    for (const table of ['policy_versions', 'settings'] as const)
      await schema.alterTable(table).addColumn('mac', col.text).execute();
    await schema.alterTable('users').addColumn('email_mac', col.text).execute();
  },
};
