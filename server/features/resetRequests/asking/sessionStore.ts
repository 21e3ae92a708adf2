import type { Reader } from '../../../db/connection.ts';

/** Whether a session was made by password and code, at that moment (UTC ms) or after it. */
export async function isByPasswordSince(reader: Reader, sessionId: string, since: number): Promise<boolean> {
  const session = await reader
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', sessionId)
    .where('via', '=', 'password')
    .where('created_at', '>=', since)
    .executeTakeFirst();
  return session !== undefined;
}
