import type { Insertable } from 'kysely';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SystemNoticesTable } from '../../db/schema.ts';
import { DAY } from '../../time.ts';

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

/** What can't be read of a system. */
interface Unread {
  id: string;
  name: string;
  /** When it was read last, or else when that began, UTC ms. */
  since: number;
  readAt: number | null;
  /** Why: JSON of a sentence. */
  sentence: string;
}

/** Systems in force whose log can't be read, and couldn't since before then (UTC ms). */
export async function unreadSince(reader: Reader, before: number): Promise<Unread[]> {
  const rows = await reader
    .selectFrom('system_watches as watch')
    .innerJoin('systems', 'systems.id', 'watch.system_id')
    .select(({ fn }) => [
      'systems.id',
      'systems.name',
      'watch.sentence',
      'watch.read_at as readAt',
      fn.coalesce('watch.read_at', 'watch.since').as('since'),
    ])
    .where('systems.removed_at', 'is', null)
    .where('watch.sentence', 'is not', null)
    .where(({ fn }) => fn.coalesce('watch.read_at', 'watch.since'), '<=', before)
    .orderBy('systems.name')
    .execute();
  return rows.flatMap(({ sentence, ...row }) => (sentence === null ? [] : [{ ...row, sentence }]));
}

/**
 * Systems in force from which people should have been read by then (UTC ms), and couldn't. Not where an attempt is due: after a
 * while in which no server ran, that one tells.
 */
export async function peopleUnreadSince(
  reader: Reader,
  { before, now }: { before: number; now: number },
): Promise<Unread[]> {
  const rows = await reader
    .selectFrom('people_readings as reading')
    .innerJoin('systems', 'systems.id', 'reading.system_id')
    .select(({ fn }) => [
      'systems.id',
      'systems.name',
      'reading.sentence',
      'reading.every',
      'reading.read_at as readAt',
      fn.coalesce('reading.read_at', 'reading.since').as('since'),
    ])
    .where('systems.removed_at', 'is', null)
    .where('reading.sentence', 'is not', null)
    .where('reading.next_at', '>', now)
    .where(({ fn }) => fn.coalesce('reading.read_at', 'reading.since'), '<=', before)
    .orderBy('systems.name')
    .execute();
  return rows.flatMap(({ sentence, every, ...row }) => {
    const wantedAt = row.readAt !== null && every === 'day' ? row.readAt + DAY : row.since;
    return sentence === null || wantedAt > before ? [] : [{ ...row, sentence }];
  });
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
