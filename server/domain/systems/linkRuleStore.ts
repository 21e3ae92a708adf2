import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { LinkRule } from '../../../contract/systems.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SystemLinkRulesTable } from '../../db/schema.ts';
import { USER_COLUMNS } from '../people/columns.ts';
import type { User } from '../people/people.ts';
import { RULES } from './macs.ts';

export type StoredLinkRule = Selectable<SystemLinkRulesTable>;

/** The rules that are on, by system. */
export async function linkRules(reader: Reader): Promise<Map<string, StoredLinkRule>> {
  const rows = await reader.selectFrom('system_link_rules').selectAll().execute();
  return new Map(rows.map((row) => [row.system_id, row]));
}

/** Switches a rule on; it begins with everybody. */
export async function saveLinkRule(
  tx: Tx,
  keys: Keyring,
  { systemId, rule, byId, now }: { systemId: string; rule: LinkRule; byId: string; now: number },
): Promise<void> {
  const begins = {
    system_id: systemId,
    rule,
    since: now,
    by_id: byId,
    looked_to: '',
    looked: 0,
    linked: 0,
    ended_at: null,
    sentence: null,
  };
  const row = { ...begins, mac: RULES.of(keys, begins) };
  await tx
    .insertInto('system_link_rules')
    .values(row)
    .onConflict((conflict) => conflict.column('system_id').doUpdateSet(row))
    .execute();
}

/** False where none was on. */
export async function removeLinkRule(tx: Tx, systemId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('system_link_rules')
    .where('system_id', '=', systemId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** False where the rule was switched off or to another one since, or another server has come further: then nothing is done by it. */
export async function moveLinkRule(
  reader: Reader,
  { system_id, since, looked_to }: Pick<StoredLinkRule, 'system_id' | 'since' | 'looked_to'>,
  to: Partial<Omit<StoredLinkRule, 'system_id' | 'rule' | 'since' | 'by_id' | 'mac'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await reader
    .updateTable('system_link_rules')
    .set(to)
    .where('system_id', '=', system_id)
    .where('since', '=', since)
    .where('looked_to', '=', looked_to)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Active people without an account there, in the order of ids; with whether somebody took their link away. */
export async function peopleWithoutLink(
  reader: Reader,
  { systemId, after, limit }: { systemId: string; after: string; limit: number },
): Promise<(User & { unlinked: boolean })[]> {
  const rows = await reader
    .selectFrom('users')
    .leftJoin('system_unlinked as gone', (join) =>
      join.onRef('gone.user_id', '=', 'users.id').on('gone.system_id', '=', systemId),
    )
    .select(USER_COLUMNS)
    .select('gone.at as unlinkedAt')
    .where('users.status', '=', 'active')
    .where('users.id', '>', after)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('system_links')
            .select('system_links.id')
            .whereRef('system_links.user_id', '=', 'users.id')
            .where('system_links.system_id', '=', systemId),
        ),
      ),
    )
    .orderBy('users.id')
    .limit(limit)
    .execute();
  return rows.map(({ unlinkedAt, ...user }) => ({ ...user, unlinked: unlinkedAt !== null }));
}

/** Which of these addresses (`emailKey`) more than one person has here. */
export async function sharedAddresses(reader: Reader, addresses: readonly string[]): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const address = sql<string>`lower(users.email)`;
  const rows = await reader
    .selectFrom('users')
    .select(address.as('address'))
    .where(address, 'in', addresses)
    .groupBy(address)
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute();
  return new Set(rows.map((row) => row.address));
}

/** Which of these accounts there are somebody's already. */
export async function accountsTaken(
  reader: Reader,
  systemId: string,
  externalIds: readonly string[],
): Promise<Set<string>> {
  if (externalIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom('system_links')
    .select('external_id')
    .where('system_id', '=', systemId)
    .where('external_id', 'in', externalIds)
    .execute();
  return new Set(rows.map(({ external_id }) => external_id));
}

/** Keeps that somebody took this link away: a rule doesn't make it again. */
export async function keepUnlinked(
  tx: Tx,
  { userId, systemId, now }: { userId: string; systemId: string; now: number },
): Promise<void> {
  await tx
    .insertInto('system_unlinked')
    .values({ user_id: userId, system_id: systemId, at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'system_id']).doUpdateSet({ at: now }))
    .execute();
}

/** Whose link there somebody took away by hand. */
export async function unlinkedAmong(
  reader: Reader,
  systemId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await reader
    .selectFrom('system_unlinked')
    .select('user_id')
    .where('system_id', '=', systemId)
    .where('user_id', 'in', userIds)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}
