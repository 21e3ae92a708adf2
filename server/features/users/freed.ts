import type { Reader } from '../../db/connection.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Role } from '../../../contract/permissions.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { requiredBy } from '../../domain/policy/standing.ts';
import type { User } from '../../domain/people/people.ts';

/** When every rule and every wave has begun: the last moment that a date can say. */
const IN_THE_END = 8.64e15;

interface Move {
  user: User;
  roles: readonly Role[];
  /** Where to; null is none. */
  department: string | null;
  /** UTC ms. */
  now: number;
}

/**
 * Whether a move to another department frees a person: a rule of policy asks them for MFA now, or will on its date, and asks
 * nobody of the other department.
 */
export async function isFreedByMove(reader: Reader, move: Move): Promise<boolean> {
  return isFreedBy((await currentPolicy(reader)).document, move);
}

/** The same by a policy that is read already, of many. */
export function isFreedBy(document: PolicyDocument, { user, roles, department, now }: Move): boolean {
  if (user.external === 1) return false;
  const asks = (where: string | null, at: number) =>
    requiredBy(document, { userId: user.id, roles, department: where }, at) !== null;
  return [now, IN_THE_END].some((at) => asks(user.department, at) && !asks(department, at));
}
