import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

// Unique, because each of them settles a race: of two at once, one is refused by the database.
const INDEXES = [
  'create unique index sso_links_subject on sso_links (provider_id, subject) where subject is not null',
  'create unique index sso_links_waiting on sso_links (provider_id, email) where subject is null',
  'create unique index sso_links_user on sso_links (user_id, provider_id)',
  // Accounts are looked up by address at a first sign-in.
  'create index users_email on users (lower(email))',
  'create index sso_flows_expires on sso_flows (expires_at)',
];

/** Sign-in by an identity provider: providers, links of accounts, sign-ins that are under way. */
export const sso: Migration = {
  name: '0003-sso',
  async up(schema, { col }) {
    await schema.schema
      .createTable('sso_providers')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('name', col.text, (column) => column.notNull())
      .addColumn('name_key', col.text, (column) => column.notNull().unique())
      .addColumn('issuer', col.text, (column) => column.notNull())
      .addColumn('client_id', col.text, (column) => column.notNull())
      .addColumn('sealed_secret', col.text)
      .addColumn('link_by_email', col.flag, (column) => column.notNull())
      .addColumn('created_at', col.int, (column) => column.notNull())
      .addColumn('version', col.int, (column) => column.notNull())
      .execute();
    await schema.schema
      .createTable('sso_links')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('provider_id', col.id, (column) => column.notNull())
      .addColumn('subject', col.text)
      .addColumn('email', col.text)
      .addColumn('created_at', col.int, (column) => column.notNull())
      .addColumn('created_by', col.id)
      .addColumn('last_sign_in_at', col.int)
      .addColumn('mfa_asserted', col.flag)
      .addColumn('amr', col.json)
      .addColumn('acr', col.text)
      .execute();
    await schema.schema
      .createTable('sso_flows')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('purpose', col.text, (column) => column.notNull())
      .addColumn('provider_id', col.id, (column) => column.notNull())
      .addColumn('provider_version', col.int, (column) => column.notNull())
      .addColumn('flow_hash', col.text, (column) => column.notNull().unique())
      .addColumn('sealed_checks', col.text, (column) => column.notNull())
      .addColumn('redirect_uri', col.text, (column) => column.notNull())
      .addColumn('session_id', col.id)
      .addColumn('created_at', col.int, (column) => column.notNull())
      .addColumn('expires_at', col.int, (column) => column.notNull())
      .addColumn('used_at', col.int)
      .execute();
    await schema.schema.alterTable('sessions').addColumn('sso_link_id', col.id).execute();
    await schema.schema.alterTable('sessions').addColumn('mfa_asserted', col.flag).execute();
    for (const index of INDEXES) await sql.raw(index).execute(schema);
  },
};
