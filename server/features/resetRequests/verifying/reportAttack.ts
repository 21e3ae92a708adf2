import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailStaff } from '../../../domain/mail/enqueue.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import { alreadyDecided, requireAllowed } from '../assessing/refuse.ts';
import { changeWhere, PENDING } from '../store.ts';

interface Report {
  id: string;
  note: string;
  actor: ActorRef;
  now: number;
}

/**
 * A verifier takes the caller for an attacker: nothing is reset until a decider has ended the request or the user says that it is
 * theirs, and every security officer is told. Whoever attacks may read the user's mailbox: it hears nothing of it.
 */
export async function reportAttack(tx: Tx, deps: Deps, { id, note, actor, now }: Report): Promise<void> {
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'report_attack', assessment);
  const { request, user } = assessment;
  const paused = { paused_at: request.paused_at ?? now, suspected_attack: 1 };
  if (!(await changeWhere(tx, { id, from: PENDING }, paused))) throw await alreadyDecided(tx, id);
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.attack_reported',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId: id, note },
  });
  await mailStaff(tx, deps, {
    to: 'officers',
    kind: 'attack_reported',
    at: now,
    requestId: id,
    params: { person: user.name, by: actor.name, reason: note },
  });
}
