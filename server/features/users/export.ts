import type { InputOf } from '../../../contract/operations.ts';
import type { UserRow } from '../../../contract/operations/userSchemas.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { csvText } from '../../csv.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { filterConditions, orderOf } from './listQuery.ts';
import { isFound } from '../../domain/people/search/store.ts';
import { rolesOfMany } from '../../domain/people/roleStore.ts';
import { toUserRow } from '../../domain/people/rows.ts';
import { usersPage } from './store.ts';

const ROWS_AT_ONCE = 500;

const COLUMNS: Record<string, (row: UserRow) => string> = {
  username: (row) => row.username,
  name: (row) => row.name,
  email: (row) => row.email,
  department: (row) => row.department ?? '',
  roles: (row) => row.roles.join(';'),
  status: (row) => row.status,
  mfa: (row) => row.mfa.state,
  mfa_since: (row) => row.mfa.since ?? '',
  required: (row) => yesNo(row.mfa.required),
  in_grace: (row) => yesNo(row.mfa.inGrace),
  grace_ends: (row) => row.mfa.graceEndsAt ?? '',
  blocked: (row) => yesNo(row.mfa.blocked),
  locked: (row) => yesNo(row.mfa.locked),
  external: (row) => yesNo(row.mfa.external),
  last_sign_in: (row) => row.lastSignInAt ?? '',
  created: (row) => row.createdAt,
};

const yesNo = (flag: boolean) => (flag ? 'yes' : 'no');

/** The list as CSV (RFC 4180), page by page, so that memory does not grow with the number of people. */
export async function* exportUsers(
  reader: Reader,
  keys: Keyring,
  { filters, words }: { filters: InputOf<'users.export'>; words: readonly string[] },
  now: number,
): AsyncGenerator<string> {
  const policy = await currentPolicy(reader);
  const conditions = filterConditions(filters, policy.document, now);
  if (words.length > 0) conditions.push(isFound(words));
  const order = orderOf('name');
  yield csvText([Object.keys(COLUMNS)]);
  let after: (string | number)[] | null = null;
  for (;;) {
    const found = await usersPage(reader, { conditions, order, after, limit: ROWS_AT_ONCE });
    const users = found.slice(0, ROWS_AT_ONCE);
    const ids = users.map((user) => user.id);
    const roles = await rolesOfMany(reader, keys, ids);
    const rows = users.map((user) => toUserRow(user, roles.get(user.id) ?? ['user'], policy, now));
    if (rows.length > 0) yield csvText(rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row))));
    const last = users.at(-1);
    if (found.length <= ROWS_AT_ONCE || !last) return;
    after = order.keysOf(last);
  }
}
