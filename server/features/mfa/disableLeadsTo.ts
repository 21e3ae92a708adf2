import type { PolicyDocument } from '../../../contract/operations/policy.ts';

/** What disabling ends in: while resets are frozen none happens by itself either, and it waits for an administrator (S-36). */
export function disableLeadsTo(
  { automaticReset }: Pick<PolicyDocument, 'automaticReset'>,
  { frozen }: { frozen: boolean },
): 'off' | 'reset_request' {
  return automaticReset && !frozen ? 'off' : 'reset_request';
}
