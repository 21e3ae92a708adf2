import type { Sentence } from '../../../contract/words/sentence.ts';
import type { LiveEvent } from '../../../contract/events.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { inEnglish } from '../../words.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { openContents } from '../../domain/pendingChanges/contents.ts';
import { keepSentence } from '../../domain/pendingChanges/keptSentence.ts';
import type { AnyChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { refusalToAgree } from '../../domain/pendingChanges/secondPeople.ts';
import { changeById, endChange, lockChange } from '../../domain/pendingChanges/store.ts';
import { endTampered, isTampered, TAMPERED } from '../../domain/pendingChanges/tampered.ts';
import { CannotTakeEffect, holdPeople, takeEffect } from '../../domain/pendingChanges/takeEffect.ts';
import { auditChange, mailEnded } from '../../domain/pendingChanges/tell.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { alreadyDecided, noSuchChange } from './withdraw.ts';

/**
 * A second person agrees: the change takes effect in the same transaction. Refuses with `second_person_required`,
 * `already_decided`, and where it can't take effect any more with `change_not_possible`: then it is over.
 */
export async function approveChange(
  deps: Deps,
  kinds: readonly AnyChangeKind[],
  { id, note }: InputOf<'pendingChanges.approve'>,
  { actor, now }: { actor: Actor; now: number },
): Promise<LiveEvent[]> {
  const seen = await changeById(deps.db.kysely, id);
  if (!seen) throw noSuchChange();
  const agreedBy = actorPerson(actor);
  try {
    return await deps.db.transaction(async (tx) => {
      await holdPeople(tx, deps, [actor.userId, seen.made_by]);
      const change = await lockChange(tx, deps.db, id);
      if (!change) throw noSuchChange();
      if (await isTampered(tx, deps.keys, change)) throw new CannotTakeEffect(TAMPERED);
      const refusal = await refusalToAgree(tx, actor, { makerId: change.made_by, now });
      if (refusal !== null) throw refuse('second_person_required', { detail: refusal });
      if (
        !(await endChange(tx, deps.keys, change, {
          state: 'in_effect',
          by: actor.userId,
          note: note ?? null,
          now,
        }))
      )
        throw await alreadyDecided(tx, id);
      const contents = openContents(deps.keys, change);
      await auditChange(tx, deps, { act: 'approved', change, contents, actor: agreedBy, now });
      return takeEffect(tx, deps, kinds, { change, agreedBy, now });
    });
  } catch (error) {
    if (!(error instanceof CannotTakeEffect)) throw error;
    await deps.db.transaction((tx) => failChange(tx, deps, { id, agreedBy, why: error.why, now }));
    deps.events.publish({ kind: 'pending_changes' });
    throw refuse('change_not_possible', { detail: error.why });
  }
}

/** Ends a change that can't take effect, with why; one that was withdrawn meanwhile stays so, and one that was tampered with ends as that. */
export async function failChange(
  tx: Tx,
  deps: Deps,
  {
    id,
    agreedBy,
    why,
    now,
  }: { id: string; agreedBy: AuditPerson | null; why: Sentence | string; now: number },
): Promise<void> {
  const change = await lockChange(tx, deps.db, id);
  if (!change) return;
  if (await isTampered(tx, deps.keys, change)) return endTampered(tx, deps, { change, now });
  const end = { state: 'failed', by: agreedBy?.id ?? null, problem: keepSentence(why), now } as const;
  if (!(await endChange(tx, deps.keys, change, end))) return;
  const contents = openContents(deps.keys, change);
  // For exports, too: no page has all the words that a kind of change may refuse with.
  const data = { problem: inEnglish(why) };
  await auditChange(tx, deps, { act: 'failed', change, contents, actor: agreedBy, now, data });
  await mailEnded(tx, deps, { change, contents, outcome: why, now });
}
