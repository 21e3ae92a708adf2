import type { Deps } from '../../../context.ts';
import { DAY } from '../../../time.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { countApprovedFor } from '../approvalStore.ts';

const WINDOW = 30 * DAY;
/** Each of the two approved so many requests that the other had verified, before officers hear of it. */
const EACH_WAY = 3;
const ACTION = 'reset_request.pair_flagged';

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
    if (back < EACH_WAY || (await flaggedSince(tx, [decider.id, verifier], since))) continue;
    const other = await tx.selectFrom('users').select('name').where('id', '=', verifier).executeTakeFirst();
    const target = { id: verifier, name: other?.name ?? '' };
    const data = { requestId, there, back };
    await appendAudit(tx, deps, { at: now, action: ACTION, actor: decider, target, data });
    const params = { person: target.name, by: decider.name, count: String(there + back) };
    await mailStaff(tx, deps, { to: 'officers', kind: 'approval_pair', at: now, requestId, params });
  }
}

async function flaggedSince(reader: Reader, pair: readonly string[], since: number): Promise<boolean> {
  const row = await reader
    .selectFrom('audit_events')
    .select('sequence')
    .where('action', '=', ACTION)
    .where('at', '>', since)
    .where('actor_id', 'in', pair)
    .where('target_id', 'in', pair)
    .executeTakeFirst();
  return row !== undefined;
}
