import { sentence } from '../../../../contract/words/sentence.ts';
import { freezeWords } from '../../../../contract/freeze.ts';
import type { FreezeSwitch } from '../../../../contract/freeze.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import { userById } from '../../../domain/people/store.ts';
import { hasSteppedUpSince } from '../../../domain/sessions/store.ts';
import { endFreeze, keepFreeze, lockFreezes, PROVE_WITHIN } from '../../../domain/settings/freezeStore.ts';
import type { Freeze } from '../../../domain/settings/freezeStore.ts';

/**
 * Ends freezes by sessions that never proved themselves, and keeps those that did; answers what was ended. All officers and
 * administrators hear of it: either somebody forgot, or somebody else has a colleague's session.
 */
export async function thawUnproven(tx: Tx, deps: Deps, now: number): Promise<FreezeSwitch[]> {
  const thawed: [FreezeSwitch, Freeze][] = [];
  for (const [name, freeze] of await lockFreezes(tx, deps)) {
    const { unprovenSession, at } = freeze;
    if (unprovenSession === null) continue;
    if (await hasSteppedUpSince(tx, unprovenSession, at)) await keepFreeze(tx, name);
    else if (now >= at + PROVE_WITHIN && (await endFreeze(tx, name))) thawed.push([name, freeze]);
  }
  for (const [frozenBy, group] of Map.groupBy(thawed, ([, { by }]) => by)) {
    const by = frozenBy === null ? undefined : await userById(tx, frozenBy);
    const switches = group.map(([name]) => name);
    await appendAudit(tx, deps, {
      at: now,
      action: 'resets.thawed',
      actor: null,
      target: by ? { id: by.id, name: by.name } : null,
      data: { switches },
    });
    const params = { by: by?.name ?? sentence('mail', 'somebody'), what: freezeWords(switches) };
    await mailStaff(tx, deps, { to: 'administrators_and_officers', kind: 'resets_thawed', at: now, params });
  }
  return thawed.map(([name]) => name);
}
