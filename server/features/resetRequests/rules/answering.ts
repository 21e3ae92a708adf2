import type { TierRule } from '../../../../contract/operations/policy.ts';
import type { CheckOutcome } from '../../../../contract/operations/resetRequests.ts';
import { MINUTE } from '../../../time.ts';

/** So long another system waits for its answer; nothing decided by then is *failed*. */
export const ANSWERED_WITHIN = 15 * MINUTE;

/**
 * The rule of a tier for a request that only answers another system: the browser that waits there shows a code, and only who reads it
 * out is in front of that browser. A code of an authenticator here proves nothing of it.
 */
export function answeringRule(rule: TierRule): TierRule {
  return { ...rule, recipe: { ...rule.recipe, requestCode: true, existingCodeSuffices: false } };
}

/** What the end of a request says to who waits for it: `null` where it isn't over. */
export function answerFor(
  {
    endsAt,
    read,
    request,
  }: {
    endsAt: number;
    /** The code of the page that waits was read out. */
    read: boolean;
    /** Null where the person or the request is unknown. */
    request: { decidedWell: boolean; over: boolean } | null;
  },
  now: number,
): 'verified' | 'failed' | null {
  // A clock that is late lets nobody in.
  if (now >= endsAt) return 'failed';
  if (request === null || (!request.decidedWell && !request.over)) return null;
  return request.decidedWell && read ? 'verified' : 'failed';
}

/** Whether the last code that was read out, and whose verifier still counts, was a right one. */
export function wasCodeRead(
  checks: readonly { kind: string; outcome: CheckOutcome; void_at: number | null }[],
): boolean {
  const codes = checks.filter(({ kind, void_at }) => kind === 'request_code' && void_at === null);
  return codes.at(-1)?.outcome === 'pass';
}
