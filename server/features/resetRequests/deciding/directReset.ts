import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { inSavepoint } from '../../../db/savepoint.ts';
import type { Refusal } from '../../../refusal.ts';
import { holdUser } from '../../../domain/people/store.ts';
import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { freezeAbove } from './ceilings.ts';
import { approveAssessed } from './decide.ts';
import { openRequest } from '../asking/open.ts';
import { noticeStaff } from '../assessing/noticeStaff.ts';
import { recordAssessed } from '../verifying/recordCheck.ts';
import { refusal } from '../assessing/refuse.ts';
import { refusalOf } from '../rules/machine.ts';

export interface DirectReset {
  userId: string;
  reason: ResetReason;
  note: string;
  checks: readonly CheckInput[];
  actor: ActorRef;
  now: number;
}

/**
 * Resets directly: the same record as a request, made in one act. The recipe still holds, or nothing of it stays. Where
 * the tier asks for a second person, the record stays and waits for that person's approval. A refusal is answered and not thrown
 * where resets are frozen by it, which stays so (S-115): it is to be thrown after the commit.
 */
export async function directReset(tx: Tx, deps: Deps, reset: DirectReset): Promise<string | Refusal> {
  // In the order in which every act locks: the freeze, people, the request (S-33, S-36).
  await lockFreeze(tx, deps, 'resets');
  await holdUser(tx, deps, reset.actor.userId);
  try {
    return await inSavepoint(tx, () => resetWithin(tx, deps, reset));
  } catch (error) {
    return freezeAbove(tx, deps, error, reset);
  }
}

async function resetWithin(
  tx: Tx,
  deps: Deps,
  { userId, reason, note, checks, actor, now }: DirectReset,
): Promise<string> {
  const opened = await openRequest(tx, deps, {
    userId,
    source: 'direct',
    reason,
    userNote: null,
    staffNote: note,
    actor,
    existingCode: false,
    address: null,
    userAgent: null,
    now,
  });
  let { assessment } = opened;
  for (const check of checks) {
    const recorded = await recordAssessed(tx, deps, assessment, { check, actor, now });
    if (recorded.refusal) throw recorded.refusal;
    assessment = recorded.assessment;
  }
  const { situation } = assessment;
  // Ceilings are asked by the approval.
  const refused = refusalOf('approve', { ...situation, loads: [] });
  if (refused?.code === 'second_person_required' && situation.missing === null) {
    await noticeStaff(tx, deps, assessment, now);
    return opened.requestId;
  }
  // Told before "someone else has to decide", which is no help while evidence is missing.
  if (refused?.code === 'second_person_required')
    throw refusal({ code: 'recipe_not_met', sentence: situation.missing ?? refused.sentence });
  if (refused) throw refusal(refused);
  await approveAssessed(tx, deps, assessment, { actor, note, now });
  return opened.requestId;
}
