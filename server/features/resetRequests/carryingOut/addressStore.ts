import type { Reader } from '../../../db/connection.ts';
import { CONTACT_TAINT } from '../../../domain/people/rules/contactTaint.ts';

/** Whether the e-mail address changed in the last 30 days: whoever changed it may be who asks for the code (S-34). */
export async function hasYoungAddress(reader: Reader, userId: string, now: number): Promise<boolean> {
  const changed = await reader
    .selectFrom('contact_changes')
    .select('id')
    .where('user_id', '=', userId)
    .where('field', '=', 'email')
    .where('at', '>', now - CONTACT_TAINT)
    .executeTakeFirst();
  return changed !== undefined;
}
