import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';
import type { DialectName } from '../dialects.ts';

/** What people are counted by from now on (0002), with its value in a row of users. */
const KEYS = {
  department: (row: string) => `coalesce(${row}.department, '')`,
  mfa_state: (row: string) => `${row}.mfa_state`,
  stopped: (row: string) => `case when ${row}.mfa_stopped_at is null then 0 else 1 end`,
  status: (row: string) => `${row}.status`,
  is_staff: (row: string) => `${row}.is_staff`,
  external: (row: string) => `${row}.external`,
  locked: (row: string) => `case when ${row}.locked_at is null then 0 else 1 end`,
  setup_due: (row: string) => `${row}.setup_due`,
  grace_ends_at: (row: string) => `coalesce(${row}.grace_ends_at, 0)`,
};
const COLUMNS = Object.keys(KEYS).join(', ');
const WATCHED =
  'department, mfa_state, mfa_stopped_at, status, is_staff, external, locked_at, setup_due, grace_ends_at';

const valuesOf = (row: string) => Object.values(KEYS).map((value) => value(row));

const increment = `
  insert into user_counts (${COLUMNS}, people) values (${valuesOf('new').join(', ')}, 1)
  on conflict (${COLUMNS}) do update set people = user_counts.people + 1;`;

const ofOld = Object.entries(KEYS)
  .map(([column, value]) => `${column} = ${value('old')}`)
  .join(' and ');
const decrement = `
  update user_counts set people = people - 1 where ${ofOld};
  delete from user_counts where ${ofOld} and people = 0;`;

const changed = Object.values(KEYS)
  .map((value) => `${value('old')} <> ${value('new')}`)
  .join(' or ');

const TAKE_DOWN: Record<DialectName, string[]> = {
  sqlite: ['insert', 'update', 'delete'].map((act) => `drop trigger user_counts_${act}`),
  postgres: [
    'drop trigger user_counts_rows on users',
    'drop trigger user_counts_update on users',
    'drop function count_user()',
  ],
};

const PUT_UP: Record<DialectName, string[]> = {
  sqlite: [
    `create trigger user_counts_insert after insert on users begin ${increment} end`,
    `create trigger user_counts_delete after delete on users begin ${decrement} end`,
    `create trigger user_counts_update after update of ${WATCHED} on users when ${changed}
     begin ${decrement} ${increment} end`,
  ],
  postgres: [
    `create function count_user() returns trigger language plpgsql as $$ begin
       if tg_op <> 'INSERT' then ${decrement} end if;
       if tg_op <> 'DELETE' then ${increment} end if;
       return null;
     end $$`,
    `create trigger user_counts_rows after insert or delete on users for each row execute function count_user()`,
    `create trigger user_counts_update after update of ${WATCHED} on users for each row
     when (${changed}) execute function count_user()`,
  ],
};

/**
 * From one authenticator a person to several, each with its name and its last use. The one that there is stays as it is; it was
 * last used at the step that was last accepted. A reset removes all of them, or those that it names. People are counted by whether one of theirs is usable, too.
 */
export const severalAuthenticators: Migration = {
  name: '0025-several-authenticators',
  async up(schema, { dialect, col }) {
    const authenticators = schema.schema.alterTable('authenticators');
    for (const column of ['name', 'purpose', 'last_used_address', 'stop_link_hash'])
      await authenticators.addColumn(column, col.text).execute();
    await authenticators.addColumn('replaces_id', col.id).execute();
    for (const column of ['last_used_at', 'stopped_at'])
      await authenticators.addColumn(column, col.int).execute();
    await sql`update authenticators set last_used_at = last_step * 30000
      where status = 'active' and last_step > 0`.execute(schema);
    await sql`update authenticators set purpose = 'move', replaces_id = (
        select old.id from authenticators as old
        where old.user_id = authenticators.user_id and old.status = 'active'
      ) where status = 'pending' and moves = 1`.execute(schema);
    await authenticators.dropColumn('moves').execute();
    await sql`drop index authenticators_active`.execute(schema);
    await sql`create index authenticators_active on authenticators (user_id) where status = 'active'`.execute(
      schema,
    );
    await sql`create index authenticators_stopped on authenticators (stop_link_hash)
      where stop_link_hash is not null`.execute(schema);

    await schema.schema.alterTable('reset_requests').addColumn('targets', col.json).execute();
    await schema.schema.alterTable('users').addColumn('mfa_stopped_at', col.int).execute();
    for (const statement of TAKE_DOWN[dialect]) await sql.raw(statement).execute(schema);
    await schema.schema.dropTable('user_counts').execute();
    await schema.schema
      .createTable('user_counts')
      .addColumn('department', col.text, (column) => column.notNull())
      .addColumn('mfa_state', col.text, (column) => column.notNull())
      .addColumn('stopped', col.flag, (column) => column.notNull())
      .addColumn('status', col.text, (column) => column.notNull())
      .addColumn('is_staff', col.flag, (column) => column.notNull())
      .addColumn('external', col.flag, (column) => column.notNull())
      .addColumn('locked', col.flag, (column) => column.notNull())
      .addColumn('setup_due', col.flag, (column) => column.notNull())
      .addColumn('grace_ends_at', col.int, (column) => column.notNull())
      .addColumn('people', col.int, (column) => column.notNull())
      .addPrimaryKeyConstraint('user_counts_pk', Object.keys(KEYS) as never[])
      .execute();
    for (const statement of PUT_UP[dialect]) await sql.raw(statement).execute(schema);
    const of = valuesOf('users').join(', ');
    await sql
      .raw(`insert into user_counts (${COLUMNS}, people) select ${of}, count(*) from users group by ${of}`)
      .execute(schema);
  },
};
