import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import { assess } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { approve } from './decide.ts';
import { openRequest } from '../asking/open.ts';
import { noticeStaff } from '../assessing/noticeStaff.ts';
import { recordCheckIn } from '../verifying/recordCheck.ts';
import { noSuchRequest, refusal } from '../assessing/refuse.ts';
import { refusalOf } from '../rules/machine.ts';
import { requestById } from '../store.ts';

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
 * the tier asks for a second person, the record stays and waits for that person's approval.
 */
export function directReset(
  deps: Deps,
  { userId, reason, note, checks, actor, now }: DirectReset,
): Promise<string> {
  return deps.db.transaction(async (tx) => {
    const { requestId } = await openRequest(tx, deps, {
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
    for (const check of checks) {
      const refused = await recordCheckIn(tx, deps, { id: requestId, check, actor, now });
      if (refused) throw refused;
    }
    const request = await requestById(tx, requestId);
    if (!request) throw noSuchRequest();
    const { situation, verdict } = await assess(tx, deps, { request, actor, now });
    const refused = refusalOf('approve', situation);
    if (refused?.code === 'second_person_required' && situation.missing === null) {
      await noticeStaff(tx, deps, { ...request, tier: verdict.tier }, now);
      return requestId;
    }
    // Told before "someone else has to decide", which is no help while evidence is missing.
    if (refused?.code === 'second_person_required')
      throw refusal({ code: 'recipe_not_met', sentence: situation.missing ?? refused.sentence });
    if (refused) throw refusal(refused);
    await approve(tx, deps, { id: requestId, actor, note, now });
    return requestId;
  });
}
