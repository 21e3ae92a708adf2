import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

// Unique, because of two who ask at once one question is enough.
const INDEXES = [
  'create unique index manager_confirmations_open on manager_confirmations (request_id) where answered_at is null',
  'create index manager_confirmations_manager on manager_confirmations (manager_id) where answered_at is null',
  'create index manager_confirmations_deputy on manager_confirmations (deputy_id) where answered_at is null',
  'create index manager_confirmations_request on manager_confirmations (request_id, asked_at)',
];

/** Managers who are asked to confirm reset requests. */
export const managerConfirmations: Migration = {
  name: '0004-manager-confirmations',
  async up(schema, { col }) {
    await schema.schema
      .createTable('manager_confirmations')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('request_id', col.id, (column) => column.notNull())
      .addColumn('manager_id', col.id, (column) => column.notNull())
      .addColumn('deputy_id', col.id)
      .addColumn('deputy_from', col.int)
      .addColumn('deputy_mailed_at', col.int)
      .addColumn('asked_by', col.id, (column) => column.notNull())
      .addColumn('asked_at', col.int, (column) => column.notNull())
      .addColumn('answered_by', col.id)
      .addColumn('answered_at', col.int)
      .addColumn('outcome', col.text)
      .execute();
    for (const index of INDEXES) await sql.raw(index).execute(schema);
  },
};
