import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** Who never signed in, and who has no password, in the order of the list: among a million they may be few. */
export const listFilters: Migration = {
  name: '0047-list-filters',
  async up(schema) {
    await sql
      .raw('create index users_never_signed_in on users (name_key, id) where last_sign_in_at is null')
      .execute(schema);
    await sql
      .raw('create index users_no_password on users (name_key, id) where password_hash is null')
      .execute(schema);
  },
};
