import type { Reader } from '../../db/connection.ts';
import type { Altered } from './tellAltered.ts';

/** Whether that was told after `since` (UTC ms). */
export async function toldOfAltered(
  reader: Reader,
  { what, userId, since }: { what: Altered; userId: string; since: number },
): Promise<boolean> {
  const told = await reader
    .selectFrom('audit_events')
    .select('data')
    .where('target_id', '=', userId)
    .where('action', '=', 'account.altered')
    .where('at', '>', since)
    .execute();
  return told.some(({ data }) => (JSON.parse(data) as { what: string }).what === what);
}
