import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Wrong codes since the last right one, whatever unlocked the account in between; those in a row are the first of them. */
export const wrongCodesSinceRight: Migration = {
  name: '0008-wrong-codes-since-right',
  async up(schema, { col }) {
    await schema.schema
      .alterTable('users')
      .addColumn('wrong_codes_since_right', col.int, (column) => column.notNull().defaultTo(0))
      .execute();
    await sql`update users set wrong_codes_since_right = wrong_codes where wrong_codes > 0`.execute(schema);
  },
};
