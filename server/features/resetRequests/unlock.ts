import type { Deps } from '../../context.ts';
import { refuse } from '../../http/refusal.ts';
import { appendAudit } from '../audit/append.ts';
import { mailUser } from '../outbox/enqueue.ts';
import { userById } from '../users/people.ts';
import { grantsOf } from './facts.ts';
import { readActingPerson, readMoment } from './assess.ts';
import type { ActorRef } from './assess.ts';
import { refusal } from './refuse.ts';
import { refusalOf } from './rules.ts';
import type { Situation } from './rules/situation.ts';
import { isFrozen } from './store.ts';

/** Unlocks an account that too many wrong codes locked; its setup stays. Refuses with `not_locked` and the machine's codes. */
export async function unlock(
  deps: Deps,
  { userId, actor, now }: { userId: string; actor: ActorRef; now: number },
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const frozen = await isFrozen(tx, deps);
    const user = await userById(tx, userId);
    if (!user) throw refuse('not_found', { detail: 'There is no person by that id.' });
    const moment = await readMoment(tx, now);
    const grants = (await grantsOf(tx, [userId])).get(userId) ?? [];
    const roles = ['user' as const, ...grants.map(({ role }) => role)];
    const situation: Situation = {
      state: 'none',
      now,
      actor: await readActingPerson(tx, actor, moment),
      target: { id: userId, name: user.name, roles, mfaOn: user.mfa_state !== 'off' },
      tier: grants.length > 0 ? 'privileged' : 'standard',
      deciders: 'anyone',
      missing: null,
      verifiers: [],
      puppets: [],
      makers: [],
      approvers: [],
      unfit: [],
      drawn: false,
      paused: false,
      frozen,
      hold: 'over',
      expiresAt: now,
      ending: null,
      refusedAt: null,
    };
    const refused = refusalOf('unlock', situation);
    if (refused) throw refusal(refused);
    const { numUpdatedRows } = await tx
      .updateTable('users')
      .set((eb) => ({ locked_at: null, wrong_codes: 0, next_code_at: 0, version: eb('version', '+', 1) }))
      .where('id', '=', userId)
      .where('locked_at', 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n)
      throw refuse('not_locked', { detail: `${user.name}’s account is not locked. Look at it again.` });
    await appendAudit(tx, deps, {
      at: now,
      action: 'mfa.unlocked',
      actor: { id: actor.userId, name: actor.name },
      target: { id: userId, name: user.name },
    });
    await mailUser(tx, deps, { userId, kind: 'unlocked', at: now });
  });
  deps.events.publish({ kind: 'users', id: userId });
}
