import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { lineFromThere } from '../../../domain/systems/rules/names.ts';
import { systemsNamed } from '../../../domain/systems/store.ts';
import { afterFailure } from '../rules/effects.ts';
import type { GoingFactor, WentWrong } from '../rules/effects.ts';
import { endAltered } from '../assessing/end.ts';
import { giveUpAltered, settle } from './effectStore.ts';
import type { EffectRow } from './effectStore.ts';
import { lockWhose } from './send.ts';
import type { Outcome } from './steps.ts';

/** What goes was read back as gone. */
export async function settleDone(
  tx: Tx,
  deps: Deps,
  effect: EffectRow,
  { factors, sessions }: Extract<Outcome, { kind: 'done' }>,
  now: number,
): Promise<void> {
  const asked = sessions === 'asked' || sessions === 'ended';
  const change = {
    state: 'done',
    step: 'read_back',
    factor_ids: JSON.stringify(factors),
    done_at: now,
    sessions,
    sessions_at: asked ? now : null,
    sentence: null,
  } as const;
  if (await settle(tx, deps.keys, effect, change)) await audit(tx, deps, effect, { factors, sessions, now });
}

/**
 * Nothing more may be sent. Where the request is only paused or frozen, it goes on after that; where it has ended, what is gone
 * is known now.
 */
export async function settleStopped(
  tx: Tx,
  deps: Deps,
  effect: EffectRow,
  factors: GoingFactor[],
  now: number,
): Promise<void> {
  const whose = await lockWhose(tx, deps, effect);
  const change = { factor_ids: JSON.stringify(factors), attempts: 0 };
  if (whose?.request.pending === 1) {
    await settle(tx, deps.keys, effect, change);
    return;
  }
  const isGone = factors.every(({ goneAt }) => goneAt !== undefined);
  const ended = isGone
    ? ({ state: 'done', done_at: now, sentence: null } as const)
    : ({ state: 'failed', sentence: null } as const);
  const step = 'read_back';
  if (await settle(tx, deps.keys, effect, { ...change, ...ended, step }))
    await audit(tx, deps, effect, { factors, now });
}

/** What is on record of it isn't as a server wrote it: nothing is sent by it, and its request ends. */
export async function settleAltered(tx: Tx, deps: Deps, effect: EffectRow, now: number): Promise<void> {
  const whose = await lockWhose(tx, deps, effect);
  if (whose?.request.pending === 1) await endAltered(tx, deps, whose.request, now);
  const name = await nameOf(tx, effect);
  await giveUpAltered(tx, effect, JSON.stringify(sentence('answers/systems', 'effectAltered', { name })));
}

/** It was not done, or can't be known to be: it is tried again by itself, or waits for somebody. */
export async function settleFailed(
  tx: Tx,
  deps: Deps,
  effect: EffectRow,
  wrong: WentWrong & { said: Sentence; factors?: readonly GoingFactor[] },
  now: number,
): Promise<void> {
  const next = afterFailure(wrong, effect.attempts);
  const change = {
    sentence: JSON.stringify(wrong.said),
    ...(wrong.factors ? { factor_ids: JSON.stringify(wrong.factors) } : {}),
    ...(next.again ? { next_at: now + next.afterMs } : { state: 'failed' as const }),
  };
  const isNew = effect.sentence !== change.sentence;
  if (!(await settle(tx, deps.keys, effect, change))) return;
  const whose = await lockWhose(tx, deps, effect);
  if (!whose) return;
  // Where somebody tried again, and nothing has changed, they see that.
  if (!next.again && (isNew || effect.attempts > 1)) {
    const params = { person: whose.user.name, system: await nameOf(tx, effect), why: wrong.said };
    const about = { at: now, requestId: effect.request_id, params };
    await mailStaff(tx, deps, { ...about, to: 'officers', kind: 'effect_failed' });
  }
  if (!isNew) return;
  const data = { requestId: effect.request_id, system: await nameOf(tx, effect), code: wrong.code };
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.effect_failed',
    actor: null,
    target: { id: whose.user.id, name: whose.user.name },
    data,
  });
}

async function audit(
  tx: Tx,
  deps: Deps,
  effect: EffectRow,
  { factors, sessions, now }: { factors: GoingFactor[]; sessions?: EffectRow['sessions']; now: number },
): Promise<void> {
  const whose = await lockWhose(tx, deps, effect);
  if (!whose) return;
  const named = (gone: boolean) =>
    factors
      .filter(({ goneAt }) => (goneAt !== undefined) === gone)
      .map(({ id, name }) => name ?? lineFromThere(id));
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.effect_done',
    actor: null,
    target: { id: whose.user.id, name: whose.user.name },
    data: {
      requestId: effect.request_id,
      system: await nameOf(tx, effect),
      gone: named(true),
      ...(named(false).length > 0 ? { left: named(false) } : {}),
      ...(sessions ? { sessions } : {}),
    },
  });
}

async function nameOf(tx: Tx, { system_id }: EffectRow): Promise<string> {
  const [system] = await systemsNamed(tx, [system_id]);
  return system?.name ?? system_id;
}

/** What can be said of a target besides what failed. */
export function stoppedSentence(effect: EffectRow, factors: readonly GoingFactor[]): Sentence | null {
  if (effect.state === 'done') return null;
  if (effect.sent_at === null) return sentence('answers/resetRequests', 'stoppedUnsent');
  return factors.some(({ goneAt }) => goneAt !== undefined)
    ? sentence('answers/resetRequests', 'stoppedPartly')
    : sentence('answers/resetRequests', 'stoppedNothingGone');
}
