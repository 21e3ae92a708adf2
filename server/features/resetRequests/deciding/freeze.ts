import { sentence } from '../../../../contract/words/sentence.ts';
import { freezeWords } from '../../../../contract/freeze.ts';
import type { FreezeSwitch } from '../../../../contract/freeze.ts';
import {
  countAnew,
  endFreeze,
  lockFreezes,
  PROVE_WITHIN,
  recordFreeze,
} from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import { hasOtherOfficer, lastAbove } from '../ceilingStore.ts';
import { rfc3339 } from '../../../time.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { requireOld } from '../../../domain/secondPerson/young.ts';

export interface Throw {
  reason: string;
  switches: readonly FreezeSwitch[];
  actor: Pick<ActorRef, 'userId' | 'name' | 'sessionId' | 'steppedUpUntil'>;
  now: number;
}

/**
 * Stops what the switches stop, from the commit on (S-36, S-103), and answers which are on now. Without a step-up before it
 * there has to be one by the same session within fifteen minutes, or it ends by itself: the switch is instant, and a stolen
 * token's thaws (issue 8.5). Refuses with `already_frozen` where every one of them is on.
 */
export async function freeze(
  tx: Tx,
  deps: Deps,
  { reason, switches, actor, now }: Throw,
): Promise<FreezeSwitch[]> {
  await lockFreezes(tx, deps);
  const isProven = actor.steppedUpUntil !== null && actor.steppedUpUntil > now;
  const unprovenSession = isProven ? null : (actor.sessionId ?? '');
  const frozen: FreezeSwitch[] = [];
  for (const name of new Set(switches)) {
    if (await recordFreeze(tx, name, { at: now, by: actor.userId, reason, unprovenSession }))
      frozen.push(name);
  }
  if (frozen.length === 0)
    throw refuse('already_frozen', {
      detail: sentence('answers/resetRequests', 'frozenAlready', { what: freezeWords(switches) }),
    });
  const by = { id: actor.userId, name: actor.name };
  const thawsAt = isProven ? {} : { thawsAt: rfc3339(now + PROVE_WITHIN) };
  await appendAudit(tx, deps, {
    at: now,
    action: 'resets.frozen',
    actor: by,
    target: null,
    data: { reason, switches: frozen, ...thawsAt },
  });
  const params = { by: actor.name, what: freezeWords(frozen), reason, ...thawsAt };
  await mailStaff(tx, deps, { to: 'administrators_and_officers', kind: 'resets_frozen', at: now, params });
  return [...(await lockFreezes(tx, deps)).keys()];
}

/**
 * Lets what the switches stopped go on, and answers which are still on; resets that were approved meanwhile and are due
 * happen at the next tick. Doing it twice is no harm. Refuses with `second_person_required` an officer of less than seven days, and
 * whoever passed the ceiling by which it froze, where there is another officer.
 */
export async function unfreeze(
  tx: Tx,
  deps: Deps,
  { reason, switches, actor, now }: Throw,
): Promise<FreezeSwitch[]> {
  const on = await lockFreezes(tx, deps);
  const ended = [...on.keys()].filter((name) => switches.includes(name));
  const left = [...on.keys()].filter((name) => !switches.includes(name));
  if (ended.length === 0) return left;
  // SECURITY: whoever could appoint an officer would have no use for a freeze that others made.
  await requireOld(tx, actor, { permission: 'policy.write', what: 'unfreeze', now });
  const isAbove = ended.includes('resets') && on.get('resets')?.by === null;
  // SECURITY: else whoever passes a ceiling, and is an officer, too, passes it again and again (S-115).
  if (isAbove && (await lastAbove(tx)) === actor.userId && (await hasOtherOfficer(tx, actor.userId)))
    throw refuse('second_person_required', { detail: sentence('answers/policy', 'otherHasToUnfreeze') });
  for (const name of ended) await endFreeze(tx, name);
  // Somebody has looked: the next reset would freeze again by those that were counted before.
  if (isAbove) await countAnew(tx, now);
  const by = { id: actor.userId, name: actor.name };
  await appendAudit(tx, deps, {
    at: now,
    action: 'resets.unfrozen',
    actor: by,
    target: null,
    data: { reason, switches: ended },
  });
  const params = { by: actor.name, what: freezeWords(ended) };
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'resets_unfrozen',
    at: now,
    params,
  });
  return left;
}
