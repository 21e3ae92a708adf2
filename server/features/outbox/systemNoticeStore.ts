import type { Insertable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SystemNoticesTable } from '../../db/schema.ts';

/** Systems in force whose secret ends in the window (UTC ms). */
export async function secretsThatEnd(
  reader: Reader,
  { from, to }: { from: number; to: number },
): Promise<{ id: string; name: string; endsAt: number }[]> {
  const rows = await reader
    .selectFrom('systems')
    .select(['id', 'name', 'secret_expires_on'])
    .where('removed_at', 'is', null)
    .where('secret_expires_on', '>', from)
    .where('secret_expires_on', '<=', to)
    .execute();
  return rows.flatMap(({ id, name, secret_expires_on: endsAt }) =>
    endsAt === null ? [] : [{ id, name, endsAt }],
  );
}

/** Systems in force whose log can't be read, and couldn't since before then (UTC ms). */
export async function unreadSince(
  reader: Reader,
  before: number,
): Promise<{ id: string; name: string; since: number; sentence: string }[]> {
  const rows = await reader
    .selectFrom('system_watches as watch')
    .innerJoin('systems', 'systems.id', 'watch.system_id')
    .select(({ fn }) => [
      'systems.id',
      'systems.name',
      'watch.sentence',
      fn.coalesce('watch.read_at', 'watch.since').as('since'),
    ])
    .where('systems.removed_at', 'is', null)
    .where('watch.sentence', 'is not', null)
    .where(({ fn }) => fn.coalesce('watch.read_at', 'watch.since'), '<=', before)
    .execute();
  return rows.flatMap(({ sentence, ...row }) => (sentence === null ? [] : [{ ...row, sentence }]));
}

/** False where staff were told of that already: of several servers the key lets one through. */
export async function recordNotice(tx: Tx, notice: Insertable<SystemNoticesTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('system_notices')
    .values(notice)
    .onConflict((conflict) => conflict.columns(['system_id', 'what', 'about']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
