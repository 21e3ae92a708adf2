import { endFreeze, lockFreeze, recordFreeze } from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { requireOld } from '../../../domain/secondPerson/young.ts';

interface Switch {
  reason: string;
  actor: Pick<ActorRef, 'userId' | 'name' | 'sessionId'>;
  now: number;
}

/** Stops all resets: nothing executes from the commit on (S-36). Refuses with `already_frozen`. */
export async function freeze(tx: Tx, deps: Deps, { reason, actor, now }: Switch): Promise<void> {
  if (!(await recordFreeze(tx, { by: actor.userId, reason, now })))
    throw refuse('already_frozen', {
      detail: 'Resets are frozen already. A security officer can unfreeze them.',
    });
  const by = { id: actor.userId, name: actor.name };
  await appendAudit(tx, deps, {
    at: now,
    action: 'resets.frozen',
    actor: by,
    target: null,
    data: { reason },
  });
  const params = { by: actor.name, reason };
  await mailStaff(tx, deps, { to: 'administrators_and_officers', kind: 'resets_frozen', at: now, params });
}

/** For what belongs to a reset and is no event of a request. Refuses with `frozen`. */
export async function requireNotFrozen(tx: Tx, deps: Pick<Deps, 'db'>): Promise<void> {
  if (await lockFreeze(tx, deps))
    throw refuse('frozen', { detail: 'All resets are frozen. A security officer can unfreeze them.' });
}

/**
 * Lets resets go on; what was approved meanwhile and is due happens at the next tick. Doing it twice is no harm. Refuses with
 * `second_person_required` an officer of less than seven days.
 */
export async function unfreeze(tx: Tx, deps: Deps, { reason, actor, now }: Switch): Promise<void> {
  if (!(await endFreeze(tx))) return;
  // SECURITY: whoever could appoint an officer would have no use for a freeze that others made.
  await requireOld(tx, actor, { permission: 'policy.write', what: 'unfreeze resets', now });
  const by = { id: actor.userId, name: actor.name };
  await appendAudit(tx, deps, {
    at: now,
    action: 'resets.unfrozen',
    actor: by,
    target: null,
    data: { reason },
  });
  const params = { by: actor.name };
  await mailStaff(tx, deps, {
    to: 'administrators_and_officers',
    kind: 'resets_unfrozen',
    at: now,
    params,
  });
}
