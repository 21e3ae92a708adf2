import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** The order of a search among those who are found equally well: who signed in last, then by name. */
const RECENT_FIRST = 'create index users_recent on users ((-coalesce(last_sign_in_at, 0)), name_key, id)';

const RECENT = (row: string) => `-coalesce(${row}.last_sign_in_at, 0)`;

/**
 * SQLite finds people by the trigrams of their search text. The index holds no text of its own, and numbers its rows: a rowid of
 * `users` is another one after a VACUUM. Beside the number stands what a search is ordered by. Kept by the database, because then no
 * statement anywhere can forget to; filled where the search texts are written anew, after this.
 */
const TRIGRAMS = [
  `create table user_search_rows (
     number integer primary key, user_id text not null unique, recent integer not null, name_key text not null)`,
  `create virtual table user_search using
     fts5 (text, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`,
  `create trigger user_search_insert after insert on users begin
     insert into user_search_rows (user_id, recent, name_key) values (new.id, ${RECENT('new')}, new.name_key);
     insert into user_search (rowid, text)
       select number, new.search_text from user_search_rows where user_id = new.id;
   end`,
  `create trigger user_search_text after update of search_text on users when old.search_text <> new.search_text begin
     update user_search set text = new.search_text
       where rowid = (select number from user_search_rows where user_id = new.id);
   end`,
  `create trigger user_search_order after update of last_sign_in_at, name_key on users begin
     update user_search_rows set recent = ${RECENT('new')}, name_key = new.name_key where user_id = new.id;
   end`,
  `create trigger user_search_delete after delete on users begin
     delete from user_search where rowid = (select number from user_search_rows where user_id = old.id);
     delete from user_search_rows where user_id = old.id;
   end`,
];

/** Searching by an index. PostgreSQL's is made where the extension can be had, at an opening (people/search/indexStore.ts). */
export const search: Migration = {
  name: '0024-search',
  async up(schema, { dialect }) {
    await sql.raw(RECENT_FIRST).execute(schema);
    if (dialect === 'postgres') return;
    for (const statement of TRIGRAMS) await sql.raw(statement).execute(schema);
  },
};
