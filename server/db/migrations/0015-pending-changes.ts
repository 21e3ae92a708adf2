import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Changes that wait for a second person or for their date; links that a code has proven, and the sign-ins that ask for it. */
export const pendingChanges: Migration = {
  name: '0015-pending-changes',
  async up(db, { col }) {
    const { schema } = db;
    await schema
      .createTable('pending_changes')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('kind', col.text, (column) => column.notNull())
      .addColumn('sealed', col.text, (column) => column.notNull())
      .addColumn('state', col.text, (column) => column.notNull())
      .addColumn('made_by', col.id, (column) => column.notNull())
      .addColumn('made_at', col.int, (column) => column.notNull())
      .addColumn('takes_effect_at', col.int)
      .addColumn('ends_at', col.int, (column) => column.notNull())
      .addColumn('decided_by', col.id)
      .addColumn('decided_at', col.int)
      .addColumn('note', col.text)
      .addColumn('problem', col.text)
      .addColumn('link_hash', col.text, (column) => column.notNull())
      .execute();
    const index = (name: string) => schema.createIndex(name).on('pending_changes');
    await index('pending_changes_state').columns(['state', 'made_at']).execute();
    await index('pending_changes_link').unique().column('link_hash').execute();
    await schema.alterTable('challenges').addColumn('sso_link_id', col.id).execute();
    await schema.alterTable('challenges').addColumn('mfa_asserted', col.flag).execute();
    await schema.alterTable('sso_links').addColumn('proven_at', col.int).execute();
    // Who has signed in by them for long is asked for nothing.
    await sql`update sso_links set proven_at = created_at`.execute(db);
  },
};
