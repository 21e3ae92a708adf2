import type { Selectable } from 'kysely';
import type { Reader } from '../../../db/connection.ts';
import type { ActivationCodesTable } from '../../../db/schema.ts';

/** The latest activation code that followed this request. */
export function lastCodeOf(
  reader: Reader,
  requestId: string,
): Promise<Selectable<ActivationCodesTable> | undefined> {
  return reader
    .selectFrom('activation_codes')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
