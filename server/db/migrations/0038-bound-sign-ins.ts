import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * What somebody is let in by is bound to the server's key: sessions, the first half of a sign-in, links that set a password, and
 * activation codes. Sessions and sign-ins under way end: nobody knows who wrote them. The same opening fills in the MACs of links and
 * codes (server/boundRows.ts).
 */
export const boundSignIns: Migration = {
  name: '0038-bound-sign-ins',
  async up(schema, { col }) {
    for (const table of ['sessions', 'challenges', 'password_links', 'activation_codes'] as const)
      await schema.schema.alterTable(table).addColumn('mac', col.text).execute();
    for (const table of ['sessions', 'challenges']) await sql.raw(`delete from ${table}`).execute(schema);
  },
};
