import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import type { Assessment } from './assess.ts';

/**
 * Whom policy names hears of a request that waits for them; every administrator where it names nobody. Where policy sends a
 * digest, digest.ts does it.
 */
export async function noticeStaff(
  tx: Tx,
  deps: Deps,
  { request, user, policy, verdict }: Pick<Assessment, 'request' | 'user' | 'policy' | 'verdict'>,
  now: number,
): Promise<void> {
  if (policy.resetNoticesAs === 'digest') return;
  const to = policy.resetNotices.length > 0 ? policy.resetNotices : ('administrators' as const);
  const params = { person: user.name, tier: sentence('mail', 'tier', { tier: verdict.tier }) };
  await mailStaff(tx, deps, { to, kind: 'new_request', at: now, requestId: request.id, params });
}
