import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SetupLinksTable } from '../../db/schema.ts';

type SetupLink = Selectable<SetupLinksTable>;

export function readSetupLink(reader: Reader): Promise<SetupLink | undefined> {
  return reader.selectFrom('setup_links').selectAll().where('id', '=', 1).executeTakeFirst();
}

/** Puts a link there unless there is one: of two servers at once the primary key lets one through. */
export async function putSetupLink(tx: Tx, link: Omit<SetupLink, 'id'>): Promise<void> {
  await tx
    .insertInto('setup_links')
    .values({ id: 1, ...link })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function removeSetupLink(tx: Tx): Promise<void> {
  await tx.deleteFrom('setup_links').execute();
}
