import type { Reader, Tx } from '../../db/connection.ts';
import type { SavedViewsTable } from '../../db/schema.ts';
import type { ViewList } from '../../../contract/viewLists.ts';

/** A person's views of these lists, by name. */
export function viewsOf(
  reader: Reader,
  userId: string,
  lists: readonly ViewList[],
): Promise<SavedViewsTable[]> {
  return reader
    .selectFrom('saved_views')
    .selectAll()
    .where('user_id', '=', userId)
    .where('list', 'in', lists)
    .orderBy('name_key')
    .orderBy('list')
    .execute();
}

/** All of a person's, whatever the list. */
export const allViewsOf = (reader: Reader, userId: string): Promise<SavedViewsTable[]> =>
  reader.selectFrom('saved_views').selectAll().where('user_id', '=', userId).execute();

export async function insertView(tx: Tx, view: SavedViewsTable): Promise<void> {
  await tx.insertInto('saved_views').values(view).execute();
}

/** Of one's own. */
export async function changeView(
  tx: Tx,
  { id, userId }: { id: string; userId: string },
  change: Partial<Pick<SavedViewsTable, 'name' | 'name_key' | 'query'>>,
): Promise<void> {
  await tx
    .updateTable('saved_views')
    .set(change)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .execute();
}

/** Of one's own. False where there is none by that id. */
export async function deleteView(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
