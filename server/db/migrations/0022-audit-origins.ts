import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/**
 * Where an event came from, and how a session began. Events of before have none of it, and keep the bytes that their hash
 * covers (domain/audit/append.ts). The indexes leave out what has nothing to look for.
 */
export const auditOrigins: Migration = {
  name: '0022-audit-origins',
  async up(schema, { col }) {
    for (const column of ['address', 'user_agent', 'session_id', 'factors'])
      await schema.schema.alterTable('audit_events').addColumn(column, col.text).execute();
    await schema.schema.alterTable('sessions').addColumn('factors', col.text).execute();
    await sql`create index audit_events_session on audit_events (session_id, sequence) where session_id is not null`.execute(
      schema,
    );
    await sql`create index audit_events_address on audit_events (address, sequence) where address is not null`.execute(
      schema,
    );
  },
};
