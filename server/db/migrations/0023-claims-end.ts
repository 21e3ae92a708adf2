import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** A claim keeps when it began; its end is a column of its own, for each act of whoever has it puts the end off. */
export const claimsEnd: Migration = {
  name: '0023-claims-end',
  async up(schema, { col }) {
    await schema.schema.alterTable('reset_requests').addColumn('claim_ends_at', col.int).execute();
    await sql`update reset_requests set claim_ends_at = claimed_at + 900000 where pending = 1`.execute(
      schema,
    );
  },
};
