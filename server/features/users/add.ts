import { sentence } from '../../../contract/words/sentence.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { requireStepUp } from '../../stepUp.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { invitationLacks } from '../../domain/mail/invitationLacks.ts';
import { sendSetUpLinks } from '../../domain/passwordLinks/sendSetUpLinks.ts';
import { frozenRefusal } from '../../domain/settings/frozen.ts';
import { lockFreeze } from '../../domain/settings/freezeStore.ts';
import { managerId } from './change.ts';
import { createUser } from '../../domain/people/createUser.ts';
import { actorPerson, personOf } from '../../domain/people/people.ts';
import { usernameKey } from '../../domain/people/rules/keys.ts';
import { tellOfGrants } from './roles.ts';
import { roleChange, roleRefusal } from './rules/roleChange.ts';
import { usernameProblem } from '../../domain/people/username.ts';

/** Adds a user, who is invited by mail at once where it can work, later where it can't yet, or is a draft. Answers the id. */
export async function addUser(
  tx: Tx,
  deps: Deps,
  { actor, input, now }: { actor: Actor; input: InputOf<'users.create'>; now: number },
): Promise<string> {
  const frozen = await lockFreeze(tx, deps, 'setups');
  const problem = usernameProblem(input.username);
  if (problem) throw refuse('invalid_input', { detail: problem, fields: { username: problem } });
  const { granted } = roleChange([], input.roles ?? []);
  if (roleRefusal({ actor, target: null }, { granted, revoked: [] })) {
    throw refuse('rank_too_low', { detail: sentence('answers/users', 'roleTooHigh') });
  }
  if (granted.length > 0) requireStepUp(actor, now);

  if (frozen) throw frozenRefusal('setups');
  const manager = await managerId(tx, input.manager, null);
  const user = await createUser(
    tx,
    deps,
    { ...input, managerId: manager, roles: granted, invitation: input.invite === false ? 'draft' : 'asked' },
    { by: actor.userId, now },
  );
  if (!user) {
    const detail = sentence('answers/users', 'usernameTaken', { username: usernameKey(input.username) });
    throw refuse('username_taken', { detail, fields: { username: detail } });
  }
  const by = actorPerson(actor);
  await appendAudit(tx, deps, {
    at: now,
    action: 'user.created',
    actor: by,
    target: personOf(user),
    data: { username: user.username, department: user.department },
  });
  await tellOfGrants(tx, deps, { user: personOf(user), by, now }, granted);
  const goes = input.invite !== false && (await invitationLacks(tx, deps, now)).length === 0;
  if (goes) await sendSetUpLinks(tx, deps, { people: [{ user, again: false }], by, now });
  return user.id;
}
