import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * Accounts in connected systems that a reset holds until their owner may set up again (S-112): by the effect that held each. They
 * are opened by the activation code, and held again where no new factor came, or the owner says that it wasn't them.
 */
export const heldAccounts: Migration = {
  name: '0028-held-accounts',
  async up(schema, { col }) {
    await schema.schema
      .createTable('held_accounts')
      .addColumn('effect_id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('request_id', col.id, (column) => column.notNull())
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('external_id', col.text, (column) => column.notNull())
      .addColumn('state', col.text, (column) => column.notNull())
      .addColumn('held_at', col.int, (column) => column.notNull())
      .addColumn('open_until', col.int)
      .addColumn('attempts', col.int, (column) => column.notNull())
      .addColumn('next_at', col.int, (column) => column.notNull())
      .addColumn('leased_until', col.int, (column) => column.notNull())
      .addColumn('sentence', col.json)
      .execute();
    for (const index of [
      'create index held_accounts_request on held_accounts (request_id)',
      "create index held_accounts_due on held_accounts (next_at) where state <> 'set_up'",
    ])
      await sql.raw(index).execute(schema);
  },
};
