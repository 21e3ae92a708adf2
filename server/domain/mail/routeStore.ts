import type { Selectable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { MailRoutesTable } from '../../db/schema.ts';

type StoredRoute = Selectable<MailRoutesTable>;

/** The way that was seen last; undefined before any was. */
export function newestRoute(reader: Reader): Promise<StoredRoute | undefined> {
  return reader.selectFrom('mail_routes').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();
}

/** The first way with a mail server. */
export function firstRouteWithServer(reader: Reader): Promise<StoredRoute | undefined> {
  return reader
    .selectFrom('mail_routes')
    .selectAll()
    .where('has_server', '=', 1)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
}

export async function insertRoute(tx: Tx, route: StoredRoute): Promise<void> {
  await tx.insertInto('mail_routes').values(route).execute();
}

/** Of the way that was seen last. False where it was tested before. */
export async function markTested(tx: Tx, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('mail_routes')
    .set({ tested_at: now })
    .where('number', '=', (eb) =>
      eb.selectFrom('mail_routes').select(({ fn }) => fn.max('number').as('newest')),
    )
    .where('tested_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Changes after `since` (UTC ms), the newest first. */
export function routeChangesSince(
  reader: Reader,
  since: number,
): Promise<{ by_id: string | null; at: number }[]> {
  return reader
    .selectFrom('mail_routes')
    .select(['by_id', 'at'])
    .where('is_change', '=', 1)
    .where('at', '>', since)
    .orderBy('number', 'desc')
    .execute();
}
