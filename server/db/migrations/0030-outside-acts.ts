import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * What was done to factors in connected systems without a request here (S-113), how far each system's log was read, and what
 * linked accounts held when a system without a log was last compared.
 */
export const outsideActs: Migration = {
  name: '0030-outside-acts',
  async up(schema, { col }) {
    await schema.schema
      .createTable('outside_acts')
      .addColumn('id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('event_key', col.text, (column) => column.notNull())
      .addColumn('act', col.text, (column) => column.notNull())
      .addColumn('external_id', col.text)
      .addColumn('external_name', col.text)
      .addColumn('user_id', col.id)
      .addColumn('factor_id', col.text, (column) => column.notNull())
      .addColumn('factor_kind', col.text)
      .addColumn('factor_name', col.text)
      .addColumn('by_id', col.text)
      .addColumn('by_name', col.text)
      .addColumn('by_user_id', col.id)
      .addColumn('by_ours', col.int, (column) => column.notNull())
      .addColumn('address', col.text)
      .addColumn('found_by', col.text, (column) => column.notNull())
      .addColumn('not_before', col.int, (column) => column.notNull())
      .addColumn('at', col.int, (column) => column.notNull())
      .addColumn('found_at', col.int, (column) => column.notNull())
      .addColumn('state', col.text, (column) => column.notNull())
      .addColumn('notes', col.json, (column) => column.notNull())
      .execute();
    await schema.schema
      .createTable('system_watches')
      .addColumn('system_id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('since', col.int, (column) => column.notNull())
      .addColumn('read_to', col.int, (column) => column.notNull())
      .addColumn('behind', col.int, (column) => column.notNull())
      .addColumn('read_at', col.int)
      .addColumn('sentence', col.json)
      .execute();
    await schema.schema
      .createTable('system_snapshots')
      .addColumn('link_id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('factors', col.json, (column) => column.notNull())
      .addColumn('read_at', col.int, (column) => column.notNull())
      .execute();
    for (const index of [
      // Unique: what two servers, or two reads that overlap, find is found once.
      'create unique index outside_acts_event on outside_acts (system_id, event_key)',
      'create index outside_acts_found on outside_acts (found_at, id)',
    ])
      await sql.raw(index).execute(schema);
  },
};
