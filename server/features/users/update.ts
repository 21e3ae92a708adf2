import { sentence } from '../../../contract/words/sentence.ts';
import type { InputOf } from '../../../contract/operations.ts';
import { isStaff, permissionsOf } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { Actor, Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { requireStepUp } from '../../stepUp.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { hasAnotherAdministrator, lockStaff } from '../../domain/people/administratorStore.ts';
import { contactChanges, profileChange } from './change.ts';
import type { ProfileColumns } from './change.ts';
import { noSuchUser } from '../../domain/people/noSuchUser.ts';
import { actorPerson, personOf } from '../../domain/people/people.ts';
import { rolesOf } from '../../domain/people/roleStore.ts';
import { lockUser, setStatus } from '../../domain/people/store.ts';
import type { User } from '../../domain/people/people.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { propose } from '../../domain/pendingChanges/propose.ts';
import type { Proposal } from '../../domain/pendingChanges/propose.ts';
import { isOneTooMany } from '../../domain/secondPerson/stoppedStaff.ts';
import { changeRefusal, roleChange, roleRefusal } from './rules/roleChange.ts';
import type { RoleChange } from './rules/roleChange.ts';
import { changeRoles, grantAnew } from './roles.ts';
import { isFreedByMove } from './freed.ts';
import { lastAdministrator } from './lastAdministrator.ts';
import { saveProfile } from './saveProfile.ts';
import { suspend } from './suspend.ts';
import type { ResetParts } from './suspend.ts';
import type { Suspension } from './suspensions.ts';

interface Update {
  actor: Actor;
  input: InputOf<'users.update'>;
  now: number;
}

/**
 * Changes a user in one transaction. The order: is there such a user, may it be done, was it confirmed, is it done. A suspension
 * of one staff account too many is kept for a second person.
 */
export async function updateUser(
  tx: Tx,
  deps: Deps,
  { resets, suspension }: { resets: ResetParts; suspension: ChangeKind<Suspension> },
  update: Update,
): Promise<Proposal> {
  const { actor, input, now } = update;
  const touchesStaff = input.roles !== undefined || input.status !== undefined;
  if (touchesStaff) await lockStaff(tx, deps.db.dialect);
  const user = await lockUser(tx, deps, input.id);
  if (!user) throw noSuchUser();

  const held = await rolesOf(tx, deps.keys, user.id);
  const profile = await profileChange(tx, deps.keys, user, { input, now });
  const contacts = contactChanges(user, profile);
  const roles = roleChange(held, input.roles ?? held);
  const status = input.status === user.status ? undefined : input.status;
  const frees = await freesByMove(tx, { user, profile, held, now });
  const changesRoles = roles.granted.length + roles.revoked.length > 0;
  if (Object.keys(profile).length === 0 && !changesRoles && status === undefined) return DONE;

  requireRank(actor, { userId: user.id, roles: held }, roles, status !== undefined);
  // Not a suspension: whoever sees an account misused has to be able to stop it at once; a few of them.
  const bringsStaffBack = status === 'active' && isStaff(held);
  if (changesRoles || contacts.length > 0 || bringsStaffBack || frees) requireStepUp(actor, now);
  if (roles.revoked.includes('administrator') || status === 'suspended') {
    await requireAnotherAdministrator(tx, deps.keys, user, held);
  }

  if (losesDeciding(held, roles) && (await isOneTooMany(tx, { actor, userId: user.id, now })))
    throw tooManyLoseIt();
  if (status === 'suspended' && isStaff(held) && (await isOneTooMany(tx, { actor, userId: user.id, now }))) {
    if (Object.keys(profile).length > 0 || changesRoles) throw suspensionByItself();
    return propose(tx, deps, suspension, { input: { userId: user.id }, actor, now });
  }
  if (frees && input.confirmFreed !== true) throw freesSomebody(user, profile.department ?? null);

  const by = actorPerson(actor);
  await saveProfile(tx, deps, { user, profile, by, frees, now });
  if (changesRoles)
    await changeRoles(tx, deps, resets, { user: personOf(user), by, now, held, change: roles });
  if (status === 'suspended') await suspend(tx, deps, resets, { user, by, now });
  const kept = held.filter((role) => !roles.revoked.includes(role));
  if (status === 'active') await reinstate(tx, deps, { user, by, now, kept });
  // SECURITY: what a session may do was decided from roles and status (S-13).
  if (changesRoles || status !== undefined) await endSessions(tx, user.id);
  return DONE;
}

/** In effect, and the caller says of whom. */
const DONE: Proposal = { kept: null, events: [] };

function losesDeciding(held: readonly Role[], { granted, revoked }: RoleChange): boolean {
  const after = [...held.filter((role) => !revoked.includes(role)), ...granted];
  return (
    permissionsOf(held, false).has('changes.decide') && !permissionsOf(after, false).has('changes.decide')
  );
}

/** SECURITY: taken one by one, the roles of all others leave as few who see what somebody does as their suspension. */
function tooManyLoseIt(): Error {
  return refuse('second_person_required', {
    detail: sentence('answers/users', 'tooManyRolesTaken'),
  });
}

function suspensionByItself(): Error {
  return refuse('second_person_required', {
    detail: sentence('answers/users', 'suspensionAlone'),
  });
}

async function freesByMove(
  tx: Tx,
  {
    user,
    profile: { department },
    held,
    now,
  }: { user: User; profile: Partial<ProfileColumns>; held: readonly Role[]; now: number },
): Promise<boolean> {
  return department !== undefined && isFreedByMove(tx, { user, roles: held, department, now });
}

function freesSomebody({ name }: User, department: string | null): Error {
  return refuse('confirm_freed', {
    detail:
      department === null
        ? sentence('answers/users', 'freedWithoutDepartment', { name })
        : sentence('answers/users', 'freedByDepartment', { name, department }),
  });
}

function requireRank(
  actor: Actor,
  target: { userId: string; roles: readonly Role[] },
  roles: RoleChange,
  status: boolean,
): void {
  const acting = { actor, target };
  const refusal = roleRefusal(acting, roles) ?? changeRefusal(acting, { status });
  if (refusal === 'own_account') {
    throw refuse('own_account', {
      detail: sentence('answers/users', 'ownRoles'),
    });
  }
  if (refusal === 'rank_too_low') {
    throw refuse('rank_too_low', {
      detail: sentence('answers/users', 'ranksHigher'),
    });
  }
}

async function requireAnotherAdministrator(
  tx: Tx,
  keys: Keyring,
  user: User,
  held: readonly Role[],
): Promise<void> {
  if (!held.includes('administrator') || user.status !== 'active') return;
  if (await hasAnotherAdministrator(tx, keys, user.id)) return;
  throw lastAdministrator(user);
}

async function reinstate(
  tx: Tx,
  deps: Deps,
  {
    user,
    by,
    now,
    kept,
  }: { user: User; by: { id: string; name: string }; now: number; kept: readonly Role[] },
): Promise<void> {
  await setStatus(tx, user.id, 'active');
  await appendAudit(tx, deps, { at: now, action: 'user.reinstated', actor: by, target: personOf(user) });
  // SECURITY: a colleague who left would otherwise come back as a second person of old, and nobody would hear of it (S-42).
  await grantAnew(tx, deps, { user: personOf(user), by, now }, kept);
}
