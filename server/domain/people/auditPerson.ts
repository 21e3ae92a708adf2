import type { Reader } from '../../db/connection.ts';
import type { AuditPerson } from '../audit/append.ts';
import { userById } from './store.ts';

/** A person as the audit log names them; without a name where there is nobody by that id any more. */
export async function auditPerson(reader: Reader, userId: string): Promise<AuditPerson> {
  const user = await userById(reader, userId);
  return { id: userId, name: user?.name ?? '' };
}
