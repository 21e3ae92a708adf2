import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** '' is: chose none. Everybody had English, which nobody had asked for. */
export const chosenLanguages: Migration = {
  name: '0020-chosen-languages',
  async up(schema) {
    await sql`update users set language = ''`.execute(schema);
  },
};
