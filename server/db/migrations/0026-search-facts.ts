import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** No text has it: what follows is a fact, and no word. */
const MARK = 'char(1)';

/**
 * What people are filtered by beside a search, as the index of trigrams finds it: each is three characters, and a department a
 * phrase. A change here is a migration, because the triggers have it.
 */
export const FACTS = (row: string) =>
  `${MARK} || case ${row}.mfa_state when 'off' then 'of' when 'on' then 'on' else 'rp' end
   || ${MARK} || case ${row}.status when 'active' then 'ac' else 'su' end
   || case when ${row}.external = 1 then ${MARK} || 'ex' else '' end
   || case when ${row}.locked_at is not null then ${MARK} || 'lk' else '' end
   || ${MARK} || '=' || coalesce(${row}.department, '') || ${MARK}`;

const WATCHED = 'search_text, mfa_state, status, external, locked_at, department';

const STATEMENTS = [
  'drop trigger user_search_insert',
  'drop trigger user_search_text',
  'drop table user_search',
  `create virtual table user_search using
     fts5 (text, facts, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`,
  `create trigger user_search_insert after insert on users begin
     insert into user_search_rows (user_id, recent, name_key)
       values (new.id, -coalesce(new.last_sign_in_at, 0), new.name_key);
     insert into user_search (rowid, text, facts)
       select number, new.search_text, ${FACTS('new')} from user_search_rows where user_id = new.id;
   end`,
  `create trigger user_search_text after update of ${WATCHED} on users
   when old.search_text <> new.search_text or ${FACTS('old')} <> ${FACTS('new')} begin
     update user_search set text = new.search_text, facts = ${FACTS('new')}
       where rowid = (select number from user_search_rows where user_id = new.id);
   end`,
  `insert into user_search (rowid, text, facts)
     select number, search_text, ${FACTS('users')} from user_search_rows join users on users.id = user_id`,
];

/** A filter narrows a search in SQLite's index already. PostgreSQL puts its indexes together by itself. */
export const searchFacts: Migration = {
  name: '0026-search-facts',
  async up(schema, { dialect }) {
    if (dialect === 'postgres') return;
    for (const statement of STATEMENTS) await sql.raw(statement).execute(schema);
  },
};
