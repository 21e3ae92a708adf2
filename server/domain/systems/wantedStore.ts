import type { Selectable } from 'kysely';
import type { NotLinked } from '../../../contract/systems.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { WantedLinksTable } from '../../db/schema.ts';
import { WANTED } from './macs.ts';

export type WantedLink = Selectable<WantedLinksTable>;

/** Keeps links that two people agreed to, in the place of what was wanted for the same people before. */
export async function insertWanted(
  tx: Tx,
  keys: Keyring,
  links: readonly Omit<WantedLink, 'mac' | 'not_linked'>[],
): Promise<void> {
  for (const link of links) {
    const row = { ...link, not_linked: null };
    const values = { ...row, mac: WANTED.of(keys, row) };
    await tx
      .insertInto('wanted_links')
      .values(values)
      .onConflict((conflict) => conflict.columns(['system_id', 'user_id']).doUpdateSet(values))
      .execute();
  }
}

/** Of a system, those that it is still to be asked for, in the order of people's ids. */
export function wantedNext(reader: Reader, systemId: string, limit: number): Promise<WantedLink[]> {
  return reader
    .selectFrom('wanted_links')
    .selectAll()
    .where('system_id', '=', systemId)
    .where('not_linked', 'is', null)
    .orderBy('user_id')
    .limit(limit)
    .execute();
}

/** Which systems have some that are still to be asked for. */
export async function systemsWithWanted(reader: Reader): Promise<Set<string>> {
  const rows = await reader
    .selectFrom('wanted_links')
    .select('system_id')
    .distinct()
    .where('not_linked', 'is', null)
    .execute();
  return new Set(rows.map(({ system_id }) => system_id));
}

/** What files asked for and is no link, oldest first. */
export function allWanted(
  reader: Reader,
): Promise<{ system_id: string; name: string; account: string; not_linked: NotLinked | null }[]> {
  return reader
    .selectFrom('wanted_links')
    .innerJoin('users', 'users.id', 'wanted_links.user_id')
    .select(['system_id', 'users.name', 'account', 'not_linked'])
    .orderBy('wanted_links.at')
    .orderBy('users.id')
    .limit(MOST_TOLD)
    .execute();
}

const MOST_TOLD = 1000;

/** It is a link by now, or there will be none; false where somebody asked for another one since. */
export async function endWanted(
  tx: Tx,
  { system_id, user_id, at }: Pick<WantedLink, 'system_id' | 'user_id' | 'at'>,
  not: NotLinked | null,
): Promise<boolean> {
  if (not === null) {
    const { numDeletedRows } = await tx
      .deleteFrom('wanted_links')
      .where('system_id', '=', system_id)
      .where('user_id', '=', user_id)
      .where('at', '=', at)
      .where('not_linked', 'is', null)
      .executeTakeFirst();
    return numDeletedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('wanted_links')
    .set({ not_linked: not })
    .where('system_id', '=', system_id)
    .where('user_id', '=', user_id)
    .where('at', '=', at)
    .where('not_linked', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Of a system whose accounts are other people's now; and what became no link before `before` (UTC ms). */
export async function forgetWanted(
  reader: Reader,
  which: { systemId: string } | { before: number },
): Promise<void> {
  const all = reader.deleteFrom('wanted_links');
  await (
    'systemId' in which
      ? all.where('system_id', '=', which.systemId)
      : all.where('not_linked', 'is not', null).where('at', '<', which.before)
  ).execute();
}
