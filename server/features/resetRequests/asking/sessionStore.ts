import type { Reader } from '../../../db/connection.ts';
import type { SessionsTable } from '../../../db/schema.ts';

/** How a session was made that began at that moment (UTC ms) or after it; undefined where it is older, or over. */
export function sessionSince(
  reader: Reader,
  sessionId: string,
  since: number,
): Promise<Pick<SessionsTable, 'via'> | undefined> {
  return reader
    .selectFrom('sessions')
    .select('via')
    .where('id', '=', sessionId)
    .where('created_at', '>=', since)
    .executeTakeFirst();
}
