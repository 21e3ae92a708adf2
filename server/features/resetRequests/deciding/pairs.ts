import type { Deps } from '../../../context.ts';
import { DAY } from '../../../time.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { userById } from '../../../domain/people/store.ts';
import { countApprovedFor } from '../approvalStore.ts';
import { PAIR_FLAGGED, toldSince } from './pairStore.ts';

const WINDOW = 30 * DAY;
/** Each of the two approved so many requests that the other had verified, before officers hear of it. */
const EACH_WAY = 3;

interface Approval {
  requestId: string;
  decider: { id: string; name: string };
  verifiers: readonly string[];
  now: number;
}

/**
 * Two who keep approving what the other verified are one person's worth of control: officers are told, once in 30 days a
 * pair. Nothing is refused by it, because in a small help desk it may be the roster.
 */
export async function flagPairs(
  tx: Tx,
  deps: Deps,
  { requestId, decider, verifiers, now }: Approval,
): Promise<void> {
  const since = now - WINDOW;
  for (const verifier of verifiers) {
    if (verifier === decider.id) continue;
    const there = await countApprovedFor(tx, { decider: decider.id, verifier, since });
    const back =
      there < EACH_WAY ? 0 : await countApprovedFor(tx, { decider: verifier, verifier: decider.id, since });
    if (back < EACH_WAY || (await toldSince(tx, [decider.id, verifier], since))) continue;
    const other = await userById(tx, verifier);
    const target = { id: verifier, name: other?.name ?? '' };
    const data = { requestId, there, back };
    await appendAudit(tx, deps, { at: now, action: PAIR_FLAGGED, actor: decider, target, data });
    const params = { person: target.name, by: decider.name, count: there + back };
    await mailStaff(tx, deps, { to: 'officers', kind: 'approval_pair', at: now, requestId, params });
  }
}
