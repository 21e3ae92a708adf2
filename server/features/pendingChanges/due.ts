import { sentence } from '../../../contract/words/sentence.ts';
import type { LiveEvent } from '../../../contract/events.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { openContents } from '../../domain/pendingChanges/contents.ts';
import type { AnyChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { hasSecondPerson } from '../../domain/pendingChanges/secondPeople.ts';
import {
  dueChanges,
  endChange,
  lockChange,
  takeDate,
  waitingChanges,
} from '../../domain/pendingChanges/store.ts';
import type { ChangeRow } from '../../domain/pendingChanges/store.ts';
import { endTampered, isTampered, tamperedAmong, TAMPERED } from '../../domain/pendingChanges/tampered.ts';
import { CannotTakeEffect, holdPeople, takeEffect } from '../../domain/pendingChanges/takeEffect.ts';
import { auditChange, mailEnded, mailProposed } from '../../domain/pendingChanges/tell.ts';
import { failChange } from './approve.ts';

/** Ends what is due, each change in a transaction of its own. Answers what consoles look at again; null where nothing was. */
export async function expireOrTakeEffect(
  deps: Deps,
  kinds: readonly AnyChangeKind[],
  now: number,
): Promise<LiveEvent[] | null> {
  const { kysely } = deps.db;
  // Whoever altered one is found whether or not anybody looks at it.
  const altered = await tamperedAmong(kysely, deps.keys, await waitingChanges(kysely, now));
  for (const { id } of altered) await deps.db.transaction((tx) => endIfTampered(tx, deps, { id, now }));
  const due = await dueChanges(kysely, now);
  const events: LiveEvent[] = [];
  for (const change of due) {
    if (change.ends_at <= now) await deps.db.transaction((tx) => expire(tx, deps, { id: change.id, now }));
    else events.push(...(await atItsDate(deps, kinds, { change, now })));
  }
  return due.length + altered.length === 0 ? null : events;
}

/** The change under its lock, as a server left it; null where it was tampered with, which is told then. */
async function endIfTampered(
  tx: Tx,
  deps: Deps,
  { id, now }: { id: string; now: number },
): Promise<ChangeRow | null> {
  const change = await lockChange(tx, deps.db, id);
  if (!change || !(await isTampered(tx, deps.keys, change))) return change ?? null;
  await endTampered(tx, deps, { change, now });
  return null;
}

async function expire(tx: Tx, deps: Deps, { id, now }: { id: string; now: number }): Promise<void> {
  const change = await endIfTampered(tx, deps, { id, now });
  if (!change || !(await endChange(tx, deps.keys, change, { state: 'expired', by: null, now }))) return;
  const contents = openContents(deps.keys, change);
  await auditChange(tx, deps, { act: 'expired', change, contents, actor: null, now });
  await mailEnded(tx, deps, { change, contents, outcome: sentence('mail', 'nobodyAgreed'), now });
}

/**
 * SECURITY: the date is for whoever is alone, and that is judged again now. Else somebody could suspend the others, ask, and let
 * them back in.
 */
async function atItsDate(
  deps: Deps,
  kinds: readonly AnyChangeKind[],
  { change: seen, now }: { change: ChangeRow; now: number },
): Promise<LiveEvent[]> {
  try {
    return await deps.db.transaction(async (tx) => {
      await holdPeople(tx, deps, [seen.made_by]);
      const change = await lockChange(tx, deps.db, seen.id);
      if (!change) return [];
      if (await isTampered(tx, deps.keys, change)) throw new CannotTakeEffect(TAMPERED);
      if (await hasSecondPerson(tx, change.made_by, now)) {
        await waitForSecond(tx, deps, { change, now });
        return [];
      }
      const end = { state: 'in_effect', by: null, onItsDate: true, now } as const;
      if (!(await endChange(tx, deps.keys, change, end))) return [];
      return takeEffect(tx, deps, kinds, { change, agreedBy: null, now });
    });
  } catch (error) {
    if (!(error instanceof CannotTakeEffect)) throw error;
    const failed = { id: seen.id, agreedBy: null, why: error.why, now };
    await deps.db.transaction((tx) => failChange(tx, deps, failed));
    return [];
  }
}

async function waitForSecond(
  tx: Tx,
  deps: Deps,
  { change, now }: { change: ChangeRow; now: number },
): Promise<void> {
  if (!(await takeDate(tx, deps.keys, change, now))) return;
  const contents = openContents(deps.keys, change);
  await auditChange(tx, deps, { act: 'needs_second', change, contents, actor: null, now });
  await mailProposed(tx, deps, { change: { ...change, takes_effect_at: null }, contents, now });
}
