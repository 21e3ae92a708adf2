import type { Migration } from '../migrate.ts';

/** When a person was last mailed that a wrong activation code followed their password. */
export const wrongActivationCodes: Migration = {
  name: '0013-wrong-activation-codes',
  async up({ schema }, { col }) {
    await schema.alterTable('users').addColumn('wrong_activation_mailed_at', col.int).execute();
  },
};
