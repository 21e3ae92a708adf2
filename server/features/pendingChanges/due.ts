import type { LiveEvent } from '../../../contract/events.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { openContents } from '../../domain/pendingChanges/contents.ts';
import type { AnyChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { hasSecondPerson } from '../../domain/pendingChanges/secondPeople.ts';
import { dueChanges, endChange, takeDate } from '../../domain/pendingChanges/store.ts';
import type { ChangeRow } from '../../domain/pendingChanges/store.ts';
import { CannotTakeEffect, holdPeople, takeEffect } from '../../domain/pendingChanges/takeEffect.ts';
import { auditChange, mailEnded, mailProposed } from '../../domain/pendingChanges/tell.ts';
import { failChange } from './approve.ts';

/** Ends what is due, each change in a transaction of its own. Answers what consoles look at again; null where nothing was. */
export async function expireOrTakeEffect(
  deps: Deps,
  kinds: readonly AnyChangeKind[],
  now: number,
): Promise<LiveEvent[] | null> {
  const due = await dueChanges(deps.db.kysely, now);
  const events: LiveEvent[] = [];
  for (const change of due) {
    if (change.ends_at <= now) await deps.db.transaction((tx) => expire(tx, deps, { change, now }));
    else events.push(...(await atItsDate(deps, kinds, { change, now })));
  }
  return due.length === 0 ? null : events;
}

async function expire(
  tx: Tx,
  deps: Deps,
  { change, now }: { change: ChangeRow; now: number },
): Promise<void> {
  if (!(await endChange(tx, change.id, { state: 'expired', by: null, now }))) return;
  const contents = openContents(deps.keys, change);
  await auditChange(tx, deps, { act: 'expired', change, contents, actor: null, now });
  await mailEnded(tx, deps, { change, contents, outcome: 'Nobody agreed to it within 30 days.', now });
}

/**
 * SECURITY: the date is for whoever is alone, and that is judged again now. Else somebody could suspend the others, ask, and let
 * them back in.
 */
async function atItsDate(
  deps: Deps,
  kinds: readonly AnyChangeKind[],
  { change, now }: { change: ChangeRow; now: number },
): Promise<LiveEvent[]> {
  try {
    return await deps.db.transaction(async (tx) => {
      await holdPeople(tx, deps, [change.made_by]);
      if (await hasSecondPerson(tx, change.made_by, now)) {
        await waitForSecond(tx, deps, { change, now });
        return [];
      }
      const end = { state: 'in_effect', by: null, onItsDate: true, now } as const;
      if (!(await endChange(tx, change.id, end))) return [];
      return takeEffect(tx, deps, kinds, { change, agreedBy: null, now });
    });
  } catch (error) {
    if (!(error instanceof CannotTakeEffect)) throw error;
    const failed = { change, agreedBy: null, sentence: error.message, now };
    await deps.db.transaction((tx) => failChange(tx, deps, failed));
    return [];
  }
}

async function waitForSecond(
  tx: Tx,
  deps: Deps,
  { change, now }: { change: ChangeRow; now: number },
): Promise<void> {
  if (!(await takeDate(tx, change.id, now))) return;
  const contents = openContents(deps.keys, change);
  await auditChange(tx, deps, { act: 'needs_second', change, contents, actor: null, now });
  await mailProposed(tx, deps, { change: { ...change, takes_effect_at: null }, contents, now });
}
