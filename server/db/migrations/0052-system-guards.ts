import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Whether somebody has MFA at a linked account, as it was read last. */
export const systemGuards: Migration = {
  name: '0052-system-guards',
  async up(schema, { col }) {
    await schema.schema
      .createTable('system_guards')
      .addColumn('link_id', col.id, (column) => column.notNull().primaryKey())
      .addColumn('user_id', col.id, (column) => column.notNull())
      .addColumn('system_id', col.id, (column) => column.notNull())
      .addColumn('guarded', col.int, (column) => column.notNull())
      .addColumn('read_at', col.int, (column) => column.notNull())
      .execute();
    for (const index of [
      'create index system_guards_user on system_guards (user_id, guarded)',
      'create index system_guards_system on system_guards (system_id, guarded, user_id)',
      'create index system_guards_read on system_guards (system_id, read_at)',
    ])
      await sql.raw(index).execute(schema);
  },
};
