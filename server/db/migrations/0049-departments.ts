import { sql } from 'kysely';
import { searchKey } from '../dialects.ts';
import type { Migration } from '../migrate.ts';

/**
 * How departments are written, each as it was first: two that differ in case or accents are one. Those that there are twice already
 * stay until somebody merges them, because policy may name only one.
 */
export const departments: Migration = {
  name: '0049-departments',
  async up(schema, { col }) {
    await schema.schema
      .createTable('departments')
      .addColumn('name', col.text, (column) => column.notNull().primaryKey())
      .addColumn('key', col.text, (column) => column.notNull())
      .addColumn('merged_into', col.text)
      .addColumn('at', col.int, (column) => column.notNull())
      .execute();
    await sql.raw('create index departments_key on departments (key, at)').execute(schema);
    const { rows } = await sql<{ name: string; at: number }>`
      select department as name, min(created_at) as at from users where department is not null group by department
    `.execute(schema);
    for (const { name, at } of rows)
      await sql`insert into departments (name, key, merged_into, at) values (${name}, ${searchKey(name)}, null, ${at})`.execute(
        schema,
      );
  },
};
