import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Reader } from '../../db/connection.ts';
import { peopledDepartments } from '../../domain/people/departmentStore.ts';
import { withNames } from './departmentNames.ts';

/**
 * The policy with every department by the name that it has here. SECURITY: the old name of one that was merged stays beside the new
 * one while anybody is in it: a merge that was stopped in the middle frees nobody by a save of something else (S-100).
 */
export async function withLivingNames(
  reader: Reader,
  policy: PolicyDocument,
  names: ReadonlyMap<string, string>,
): Promise<PolicyDocument> {
  const renamed = [...names].filter(([written, name]) => written !== name).map(([written]) => written);
  const living = await peopledDepartments(reader, renamed);
  return withNames(
    policy,
    new Map([...names].map(([written, name]) => [written, living.has(written) ? [written, name] : [name]])),
  );
}
