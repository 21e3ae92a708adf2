import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

const CODES = ['activation_code', 'password_link', 'reset_done', 'way_back_in'];
const BULK = [
  'backup_failed',
  'exemption_ends',
  'grace_reminder',
  'mfa_now_required',
  'requests_unclaimed',
  'set_up_link',
];

/**
 * When a mail was refused for good, whether staff were told of it, and which mails go before others. What was refused for good is
 * no longer tried by itself.
 */
export const refusedMails: Migration = {
  name: '0037-refused-mails',
  async up(schema, { col }) {
    const table = () => schema.schema.alterTable('outbox');
    await table().addColumn('refused_at', col.int).execute();
    await table()
      .addColumn('refusal_told', col.int, (column) => column.notNull().defaultTo(0))
      .execute();
    await table()
      .addColumn('urgency', col.int, (column) => column.notNull().defaultTo(1))
      .execute();
    const named = (kinds: readonly string[]) => sql.join(kinds.map((kind) => sql.lit(kind)));
    const unsent = sql`state <> 'sent' and sealed_body is not null`;
    for (const change of [
      sql`update outbox set refused_at = created_at where state = 'failed' and sealed_body is not null`,
      sql`update outbox set urgency = 0 where ${unsent} and kind in (${named(CODES)})`,
      sql`update outbox set urgency = 2 where ${unsent} and kind in (${named(BULK)})`,
      sql`create index outbox_turn on outbox (urgency, next_attempt_at) where state = 'waiting'`,
      sql`create index outbox_refused on outbox (user_id) where state = 'failed'`,
    ])
      await change.execute(schema);
  },
};
