import type { Migration } from '../migrate.ts';

/**
 * A pending change is bound to the server's key as a whole, and says what it is about; whoever opens the database with the key
 * fills in the MACs of those of before (domain/pendingChanges/sealChanges.ts). Wrong codes at a link with a provider that is not
 * proven count on their own.
 */
export const sealedChanges: Migration = {
  name: '0021-sealed-changes',
  async up({ schema }, { col }) {
    await schema.alterTable('pending_changes').addColumn('about', col.text).execute();
    await schema.alterTable('pending_changes').addColumn('mac', col.text).execute();
    await schema
      .createTable('link_codes')
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('provider_id', col.id, (column) => column.notNull())
      .addColumn('wrong_codes', col.int, (column) => column.notNull())
      .addColumn('next_code_at', col.int, (column) => column.notNull())
      .addColumn('mailed_at', col.int)
      .addColumn('officers_told_at', col.int)
      .addPrimaryKeyConstraint('link_codes_pk', ['user_id', 'provider_id'])
      .execute();
  },
};
