import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Who may ask here whether somebody is who they say, what is under way between the two, and the questions with their answers. */
export const attestor: Migration = {
  name: '0051-attestor',
  async up(schema, { col }) {
    await schema.schema
      .createTable('attestors')
      .addColumn('id', col.text, (column) => column.notNull().primaryKey())
      .addColumn('name', col.text, (column) => column.notNull())
      .addColumn('client_id', col.text, (column) => column.notNull())
      .addColumn('redirect_uri', col.text, (column) => column.notNull())
      .addColumn('sealed_secret', col.text, (column) => column.notNull())
      .addColumn('sealed_key', col.text, (column) => column.notNull())
      .addColumn('changed_at', col.int, (column) => column.notNull())
      .addColumn('version', col.int, (column) => column.notNull())
      .addColumn('mac', col.text)
      .execute();
    await schema.schema
      .createTable('attestor_flows')
      .addColumn('key', col.text, (column) => column.notNull().primaryKey())
      .addColumn('sealed', col.text, (column) => column.notNull())
      .addColumn('grant_key', col.text)
      .addColumn('expires_at', col.int, (column) => column.notNull())
      .addColumn('consumed_at', col.int)
      .execute();
    await schema.schema
      .createTable('attestations')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('flow_hash', col.text, (column) => column.notNull().unique())
      .addColumn('pushed_hash', col.text, (column) => column.notNull().unique())
      .addColumn('user_id', col.id)
      .addColumn('request_id', col.id)
      .addColumn('subject', col.text, (column) => column.notNull())
      .addColumn('sealed_code', col.text, (column) => column.notNull())
      .addColumn('opened_at', col.int, (column) => column.notNull())
      .addColumn('ends_at', col.int, (column) => column.notNull())
      .addColumn('answer', col.text)
      .addColumn('answered_at', col.int)
      .addColumn('mac', col.text)
      .execute();
    for (const index of [
      'create index attestor_flows_end on attestor_flows (expires_at)',
      'create index attestor_flows_grant on attestor_flows (grant_key) where grant_key is not null',
      'create index attestations_request on attestations (request_id) where request_id is not null',
      'create index attestations_user on attestations (user_id, opened_at) where user_id is not null',
      'create index attestations_end on attestations (ends_at) where answer is null',
    ])
      await sql.raw(index).execute(schema);
  },
};
