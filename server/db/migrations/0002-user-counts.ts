import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';
import type { DialectName } from '../dialects.ts';

/** What people are counted by, with its value in a row of users; no nulls, because they are the key. */
const KEYS = {
  department: (row: string) => `coalesce(${row}.department, '')`,
  mfa_state: (row: string) => `${row}.mfa_state`,
  status: (row: string) => `${row}.status`,
  is_staff: (row: string) => `${row}.is_staff`,
  external: (row: string) => `${row}.external`,
  locked: (row: string) => `case when ${row}.locked_at is null then 0 else 1 end`,
  setup_due: (row: string) => `${row}.setup_due`,
  grace_ends_at: (row: string) => `coalesce(${row}.grace_ends_at, 0)`,
};
const COLUMNS = Object.keys(KEYS);
const WATCHED = COLUMNS.map((column) => (column === 'locked' ? 'locked_at' : column)).join(', ');

const valuesOf = (row: string) => Object.values(KEYS).map((value) => value(row));

const increment = `
  insert into user_counts (${COLUMNS.join(', ')}, people) values (${valuesOf('new').join(', ')}, 1)
  on conflict (${COLUMNS.join(', ')}) do update set people = user_counts.people + 1;`;

const ofOld = COLUMNS.map((column, index) => `${column} = ${valuesOf('old')[index]}`).join(' and ');
// Empty rows go: grace ends on many days.
const decrement = `
  update user_counts set people = people - 1 where ${ofOld};
  delete from user_counts where ${ofOld} and people = 0;`;

/**
 * People counted by everything that the dashboard shows, so that it costs the same for a hundred and for a million. Kept
 * by the database, because then no statement anywhere can forget to.
 */
export const userCounts: Migration = {
  name: '0002-user-counts',
  async up(schema, { dialect, col }) {
    await schema.schema
      .createTable('user_counts')
      .addColumn('department', col.text, (column) => column.notNull())
      .addColumn('mfa_state', col.text, (column) => column.notNull())
      .addColumn('status', col.text, (column) => column.notNull())
      .addColumn('is_staff', col.flag, (column) => column.notNull())
      .addColumn('external', col.flag, (column) => column.notNull())
      .addColumn('locked', col.flag, (column) => column.notNull())
      .addColumn('setup_due', col.flag, (column) => column.notNull())
      .addColumn('grace_ends_at', col.int, (column) => column.notNull())
      .addColumn('people', col.int, (column) => column.notNull())
      .addPrimaryKeyConstraint('user_counts_pk', COLUMNS as never[])
      .execute();
    for (const statement of TRIGGERS[dialect]) await sql.raw(statement).execute(schema);
    await sql
      .raw(
        `insert into user_counts (${COLUMNS.join(', ')}, people)
         select ${valuesOf('users').join(', ')}, count(*) from users group by ${valuesOf('users').join(', ')}`,
      )
      .execute(schema);
  },
};

const changed = valuesOf('old')
  .map((value, index) => `${value} <> ${valuesOf('new')[index]}`)
  .join(' or ');

const TRIGGERS: Record<DialectName, string[]> = {
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
