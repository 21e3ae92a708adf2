import type { Selectable } from 'kysely';
import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import { rfc3339 } from '../../time.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SystemLinksTable } from '../../db/schema.ts';
import { LINKS } from './macs.ts';
import type { StoredSystem } from './store.ts';

export type SystemLink = Selectable<SystemLinksTable>;

/** Somebody's account in a system that is in force. */
export interface LinkedAccount {
  link: SystemLink;
  system: StoredSystem;
}

/** A person's accounts in the systems in force, by the system's name. */
export async function linkedAccounts(reader: Reader, userId: string): Promise<LinkedAccount[]> {
  const links = await reader.selectFrom('system_links').selectAll().where('user_id', '=', userId).execute();
  if (links.length === 0) return [];
  const systems = await reader
    .selectFrom('systems')
    .selectAll()
    .where('removed_at', 'is', null)
    .where(
      'id',
      'in',
      links.map(({ system_id }) => system_id),
    )
    .orderBy('name_key')
    .execute();
  return systems.flatMap((system) => {
    const link = links.find(({ system_id }) => system_id === system.id);
    return link ? [{ link, system }] : [];
  });
}

/** The systems in force as a person's page shows them, each with the account that is theirs; one query. */
export async function systemsFor(
  reader: Reader,
  userId: string,
): Promise<NonNullable<UserDetail['systems']>> {
  const rows = await reader
    .selectFrom('systems')
    .leftJoin('system_links as link', (join) =>
      join.onRef('link.system_id', '=', 'systems.id').on('link.user_id', '=', userId),
    )
    .select([
      'systems.id',
      'kind',
      'name',
      'link.id as linkId',
      'how',
      'external_id',
      'external_name',
      'linked_at',
    ])
    .where('removed_at', 'is', null)
    .orderBy('name_key')
    .execute();
  return rows.map(({ id, kind, name, linkId, how, external_id, external_name, linked_at }) => ({
    id,
    kind,
    name,
    link:
      linkId === null || how === null || external_id === null || external_name === null || linked_at === null
        ? null
        : {
            id: linkId,
            externalId: external_id,
            externalName: external_name,
            how,
            linkedAt: rfc3339(linked_at),
          },
  }));
}

/** Throws a unique violation where the account is somebody's, or the user has one there. */
export async function insertSystemLink(tx: Tx, keys: Keyring, link: Omit<SystemLink, 'mac'>): Promise<void> {
  await tx
    .insertInto('system_links')
    .values({ ...link, mac: LINKS.of(keys, link) })
    .execute();
}

/** Binds the links of before there were MACs to the server's key. */
export async function bindSystemLinks(tx: Tx, keys: Keyring): Promise<void> {
  for (const link of await tx.selectFrom('system_links').selectAll().execute())
    await tx
      .updateTable('system_links')
      .set({ mac: LINKS.of(keys, link) })
      .where('id', '=', link.id)
      .execute();
}

/** Whether the user has an account there already, or somebody that account. */
export async function isSystemLinkTaken(
  reader: Reader,
  { user_id, system_id, external_id }: Pick<SystemLink, 'user_id' | 'system_id' | 'external_id'>,
): Promise<boolean> {
  const row = await reader
    .selectFrom('system_links')
    .select('id')
    .where('system_id', '=', system_id)
    .where((eb) => eb.or([eb('user_id', '=', user_id), eb('external_id', '=', external_id)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** False where it is gone already. */
export async function removeSystemLink(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('system_links').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Ends the links with a system; answers how many. */
export async function removeSystemLinks(tx: Tx, systemId: string): Promise<number> {
  await tx.deleteFrom('system_guards').where('system_id', '=', systemId).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('system_links')
    .where('system_id', '=', systemId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** How many people each system is linked to. */
export async function countSystemLinks(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader
    .selectFrom('system_links')
    .select(({ fn }) => ['system_id', fn.countAll<number>().as('linked')])
    .groupBy('system_id')
    .execute();
  return new Map(rows.map(({ system_id, linked }) => [system_id, linked]));
}

/** All links with a system. */
export function linksIn(reader: Reader, systemId: string): Promise<SystemLink[]> {
  return reader.selectFrom('system_links').selectAll().where('system_id', '=', systemId).execute();
}

/** Whose account it is in the systems in force of a kind. */
export function linksTo(
  reader: Reader,
  { kind, externalId }: { kind: StoredSystem['kind']; externalId: string },
): Promise<SystemLink[]> {
  return reader
    .selectFrom('system_links')
    .innerJoin('systems', 'systems.id', 'system_links.system_id')
    .selectAll('system_links')
    .where('systems.kind', '=', kind)
    .where('systems.removed_at', 'is', null)
    .where('external_id', '=', externalId)
    .execute();
}

/** The links there of some people, by their ids. */
export async function linksAmong(
  reader: Reader,
  systemId: string,
  userIds: readonly string[],
): Promise<Map<string, SystemLink>> {
  if (userIds.length === 0) return new Map();
  const links = await reader
    .selectFrom('system_links')
    .selectAll()
    .where('system_id', '=', systemId)
    .where('user_id', 'in', userIds)
    .execute();
  return new Map(links.map((link) => [link.user_id, link]));
}
