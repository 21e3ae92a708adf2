import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What colleagues ask of one another on a request: a decision, or to go on with it; and a number by which they speak of it. */
export const desk: Migration = {
  name: '0044-desk',
  async up(db, { col }) {
    for (const [column, type] of [
      ['number', col.int],
      ['decision_asked_at', col.int],
      ['decision_asked_by', col.id],
      ['handed_to', col.id],
      ['handed_by', col.id],
      ['handed_at', col.int],
    ] as const)
      await db.schema.alterTable('reset_requests').addColumn(column, type).execute();
    for (const change of [
      sql`update reset_requests set number = counted.number from (select id, row_number() over (order by opened_at, id) as number from reset_requests) as counted where counted.id = reset_requests.id`,
      sql`create unique index reset_requests_number on reset_requests (number)`,
      sql`create index reset_requests_handed on reset_requests (handed_to) where pending = 1 and handed_to is not null`,
    ])
      await change.execute(db);
  },
};
