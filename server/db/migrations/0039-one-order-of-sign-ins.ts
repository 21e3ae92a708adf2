import type { Migration } from '../migrate.ts';

/** Lists by the last sign-in go by the index of the search (0024): two indexes of one time were written at each sign-in. */
export const oneOrderOfSignIns: Migration = {
  name: '0039-one-order-of-sign-ins',
  async up(schema) {
    await schema.schema.dropIndex('users_last_sign_in').execute();
  },
};
