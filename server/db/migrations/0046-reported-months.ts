import type { Migration } from '../migrate.ts';

/** Months whose report of resets was made: each once, whichever server does it. */
export const reportedMonths: Migration = {
  name: '0046-reported-months',
  async up(schema, { col }) {
    await schema.schema
      .createTable('reported_months')
      .addColumn('month', col.text, (column) => column.notNull().primaryKey())
      .addColumn('at', col.int, (column) => column.notNull())
      .execute();
  },
};
