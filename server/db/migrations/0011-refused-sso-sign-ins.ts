import type { Migration } from '../migrate.ts';

/** Sign-ins at a provider that belong to nobody here yet, kept for a day, so that an administrator can link them. */
export const refusedSsoSignIns: Migration = {
  name: '0011-refused-sso-sign-ins',
  async up(schema, { col }) {
    await schema.schema
      .createTable('sso_refused')
      .addColumn('provider_id', col.id, (column) => column.notNull())
      .addColumn('subject', col.text, (column) => column.notNull())
      .addColumn('email', col.text)
      .addColumn('username', col.text)
      .addColumn('at', col.int, (column) => column.notNull())
      .addPrimaryKeyConstraint('sso_refused_key', ['provider_id', 'subject'])
      .execute();
    await schema.schema.createIndex('sso_refused_at').on('sso_refused').column('at').execute();
  },
};
