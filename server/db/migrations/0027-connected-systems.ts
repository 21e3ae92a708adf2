import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

// Unique, because each of them settles a race: of two at once, one is refused by the database.
const INDEXES = [
  // One that was removed leaves its name to the next.
  'create unique index systems_name on systems (name_key) where removed_at is null',
  'create unique index system_links_account on system_links (system_id, external_id)',
  'create unique index system_links_user on system_links (user_id, system_id)',
  'create unique index reset_effects_target on reset_effects (request_id, system_id)',
  "create index reset_effects_due on reset_effects (next_at) where state in ('planned', 'sent')",
];

/**
 * Systems in which people hold factors besides those here, whose account there is whose, and what a reset does there. A row of
 * `reset_effects` is kept before anything is sent: its id is our key for the effect.
 */
export const connectedSystems: Migration = {
  name: '0027-connected-systems',
  async up(schema, { col }) {
    await schema.schema
      .createTable('systems')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('kind', col.text, (column) => column.notNull())
      .addColumn('name', col.text, (column) => column.notNull())
      .addColumn('name_key', col.text, (column) => column.notNull())
      .addColumn('url', col.text, (column) => column.notNull())
      .addColumn('realm', col.text)
      .addColumn('client_id', col.text)
      .addColumn('sealed_secret', col.text)
      .addColumn('secret_expires_on', col.int)
      .addColumn('created_at', col.int, (column) => column.notNull())
      .addColumn('changed_at', col.int, (column) => column.notNull())
      .addColumn('removed_at', col.int)
      .addColumn('version', col.int, (column) => column.notNull())
      .execute();
    await schema.schema
      .createTable('system_links')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('external_id', col.text, (column) => column.notNull())
      .addColumn('external_name', col.text, (column) => column.notNull())
      .addColumn('how', col.text, (column) => column.notNull())
      .addColumn('linked_by', col.id)
      .addColumn('linked_at', col.int, (column) => column.notNull())
      .execute();
    await schema.schema
      .createTable('reset_effects')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('request_id', col.id, (column) => column.notNull())
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('external_id', col.text, (column) => column.notNull())
      .addColumn('factor_ids', col.json, (column) => column.notNull())
      .addColumn('state', col.text, (column) => column.notNull())
      .addColumn('step', col.text, (column) => column.notNull())
      .addColumn('attempts', col.int, (column) => column.notNull())
      .addColumn('next_at', col.int, (column) => column.notNull())
      .addColumn('leased_until', col.int, (column) => column.notNull())
      .addColumn('sent_at', col.int)
      .addColumn('done_at', col.int)
      .addColumn('sessions', col.text)
      .addColumn('sessions_at', col.int)
      .addColumn('sentence', col.json)
      .execute();
    for (const index of INDEXES) await sql.raw(index).execute(schema);
  },
};
