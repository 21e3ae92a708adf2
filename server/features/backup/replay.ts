import type { Exemption, PolicyDocument } from '../../../contract/operations/policy.ts';
import { FREEZE_SWITCHES } from '../../../contract/freeze.ts';
import type { FreezeSwitch } from '../../../contract/freeze.ts';
import { ROLES } from '../../../contract/permissions.ts';
import type { Role } from '../../../contract/permissions.ts';
import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { provenOf, stopProven } from '../../domain/authenticators/factorStore.ts';
import { removeAuthenticator } from '../../domain/authenticators/state.ts';
import { noteStopped } from '../../domain/people/mfaStore.ts';
import { forgetPassword } from '../../domain/people/passwordStore.ts';
import { markStaff, revokeRoles, rolesOf } from '../../domain/people/roleStore.ts';
import { setStatus, userById } from '../../domain/people/store.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { PolicyBroken } from '../../domain/policy/broken.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { endOf } from '../../domain/policy/exemptions.ts';
import { insertVersion } from '../../domain/policy/store.ts';
import { recordFreeze } from '../../domain/settings/freezeStore.ts';
import { disconnect, lockAccount, unlink, unlinkSystem } from './epochStore.ts';

/** An event of an export, as far as it is played again. */
export interface LaterEvent {
  sequence: number;
  at: number;
  action: string;
  actorId: string | null;
  targetId: string | null;
  data: Record<string, unknown>;
}

/** How many people each was done to. */
export interface Replayed {
  resets: number;
  stops: number;
  suspensions: number;
  roles: number;
  passwords: number;
  locks: number;
  unlinked: number;
  exemptions: number;
  /** Switches that are on again. */
  freezes: number;
}

type ReplayDeps = Pick<Deps, 'keys' | 'random'>;

/** What was taken from people since, by person: what was given back later isn't in it. Rights that were given are never played again. */
export interface Taken {
  resets: Set<string>;
  /** Names of authenticators; null where one has none. */
  stops: Map<string, Set<string | null>>;
  suspensions: Set<string>;
  roles: Map<string, Set<Role>>;
  passwords: Set<string>;
  locks: Map<string, number>;
  unlinked: Map<string, Set<string>>;
  /** Names of connected systems, by person. */
  unlinkedSystems: Map<string, Set<string>>;
  removedSystems: Set<string>;
  /** Switches that nobody ended since, by whom and why. */
  freezes: Map<FreezeSwitch, { at: number; by: string | null; reason: string | null }>;
  /** The last list that was saved; null where none was. */
  exemptions: readonly Exemption[] | null;
}

export const nothingTaken = (): Taken => ({
  resets: new Set(),
  stops: new Map(),
  suspensions: new Set(),
  roles: new Map(),
  passwords: new Set(),
  locks: new Map(),
  unlinked: new Map(),
  unlinkedSystems: new Map(),
  removedSystems: new Set(),
  freezes: new Map(),
  exemptions: null,
});

/** Adds an event to what was taken, oldest first. */
export function noteTaken(taken: Taken, { action, actorId, targetId, at, data }: LaterEvent): void {
  if (action === 'policy.saved') {
    const changes = Array.isArray(data['changes'])
      ? (data['changes'] as { field: string; to: unknown }[])
      : [];
    const saved = changes.find(({ field }) => field === 'exemptions');
    if (saved) taken.exemptions = saved.to as Exemption[];
    return;
  }
  if (action === 'resets.frozen') {
    const reason = typeof data['reason'] === 'string' ? data['reason'] : null;
    for (const name of switchesIn(data)) taken.freezes.set(name, { at, by: actorId, reason });
    return;
  }
  if (action === 'resets.unfrozen' || action === 'resets.thawed') {
    for (const name of switchesIn(data)) taken.freezes.delete(name);
    return;
  }
  if (action === 'system.removed' && typeof data['system'] === 'string')
    taken.removedSystems.add(data['system']);
  if (targetId === null) return;
  const authenticator = typeof data['authenticator'] === 'string' ? data['authenticator'] : null;
  switch (action) {
    // The setup that took the place of the one that went isn't in the backup.
    case 'mfa.reset':
    case 'mfa.disabled':
    case 'mfa.moved':
      taken.resets.add(targetId);
      return;
    case 'mfa.authenticator_removed':
    case 'mfa.authenticator_reset':
    case 'mfa.authenticator_stopped':
      addTo(taken.stops, targetId, authenticator);
      return;
    case 'mfa.authenticator_resumed':
      taken.stops.get(targetId)?.delete(authenticator);
      // Only *this wasn't me* turns one on again, which ends the password, too.
      taken.passwords.add(targetId);
      return;
    case 'reset_request.vetoed':
      taken.passwords.add(targetId);
      if (data['afterReset'] === true) taken.resets.add(targetId);
      return;
    case 'user.suspended':
      taken.suspensions.add(targetId);
      return;
    case 'user.reinstated':
      taken.suspensions.delete(targetId);
      return;
    case 'role.revoked':
      if (isRole(data['role'])) addTo(taken.roles, targetId, data['role']);
      return;
    case 'role.granted':
      if (isRole(data['role'])) taken.roles.get(targetId)?.delete(data['role']);
      return;
    // The new one isn't in the backup, and the old one may have been given up for a reason.
    case 'password.changed':
    case 'password.set_by_link':
    case 'password.asked_anew':
      taken.passwords.add(targetId);
      return;
    case 'mfa.locked':
      taken.locks.set(targetId, at);
      return;
    case 'mfa.unlocked':
      taken.locks.delete(targetId);
      return;
    case 'sso.unlinked':
      if (typeof data['provider'] === 'string') addTo(taken.unlinked, targetId, data['provider']);
      return;
    case 'sso.linked':
      if (typeof data['provider'] === 'string') taken.unlinked.get(targetId)?.delete(data['provider']);
      return;
    // Linked again later, it may be another account: a link is never played again.
    case 'system.unlinked':
      if (typeof data['system'] === 'string') addTo(taken.unlinkedSystems, targetId, data['system']);
  }
}

function addTo<T>(map: Map<string, Set<T>>, userId: string, value: T): void {
  map.set(userId, (map.get(userId) ?? new Set()).add(value));
}

/** Before there were several, there was the one of resets. */
const switchesIn = ({ switches }: Record<string, unknown>): FreezeSwitch[] =>
  Array.isArray(switches) ? FREEZE_SWITCHES.filter((name) => switches.includes(name)) : ['resets'];

const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

/** Takes from people what was taken from them since (S-81): a restore never gives a thief back what he lost. */
export async function replay(tx: Tx, deps: ReplayDeps, taken: Taken, now: number): Promise<Replayed> {
  const done = {
    resets: 0,
    stops: 0,
    suspensions: 0,
    roles: 0,
    passwords: 0,
    locks: 0,
    unlinked: 0,
    exemptions: 0,
    freezes: 0,
  };
  for (const userId of taken.suspensions) {
    if ((await userById(tx, userId))?.status !== 'active') continue;
    await setStatus(tx, userId, 'suspended');
    done.suspensions += 1;
  }
  for (const [userId, roles] of taken.roles) {
    const held = await rolesOf(tx, deps.keys, userId);
    const gone = held.filter((role) => roles.has(role));
    if (gone.length === 0) continue;
    await revokeRoles(tx, userId, gone);
    await markStaff(
      tx,
      userId,
      held.filter((role) => !roles.has(role)),
    );
    done.roles += 1;
  }
  for (const userId of taken.passwords) {
    if (!(await userById(tx, userId))?.password_hash) continue;
    await forgetPassword(tx, userId);
    done.passwords += 1;
  }
  for (const userId of taken.resets)
    if (await removeAuthenticator(tx, deps.keys, { userId, now, setupDue: true })) done.resets += 1;
  for (const [userId, names] of taken.stops) if (await stop(tx, userId, names, now)) done.stops += 1;
  for (const [userId, at] of taken.locks) {
    await lockAccount(tx, userId, at);
    done.locks += 1;
  }
  for (const [userId, providers] of taken.unlinked)
    for (const provider of providers) done.unlinked += await unlink(tx, userId, provider);
  for (const [userId, systems] of taken.unlinkedSystems)
    for (const system of systems) done.unlinked += await unlinkSystem(tx, userId, system);
  for (const system of taken.removedSystems) done.unlinked += await disconnect(tx, system, now);
  // It stays until somebody ends it: whether it was proven by a step-up, and by whom it was ended since, an export needn't say.
  for (const [name, freeze] of taken.freezes)
    if (await recordFreeze(tx, name, { ...freeze, unprovenSession: null })) done.freezes += 1;
  done.exemptions = await endExemptions(tx, deps, taken.exemptions, now);
  return done;
}

/** Those of that name; where it is no longer known which it was, all of them. */
async function stop(
  tx: Tx,
  userId: string,
  names: ReadonlySet<string | null>,
  now: number,
): Promise<boolean> {
  if (names.size === 0) return false;
  const held = await provenOf(tx, userId);
  const known = [...names].every((name) => held.filter((each) => each.name === name).length === 1);
  const ids = known ? held.filter(({ name }) => names.has(name)).map(({ id }) => id) : null;
  const stopped = await stopProven(tx, { userId, ids, now });
  if (stopped.length === 0) return false;
  const left = await provenOf(tx, userId);
  await noteStopped(tx, { userId, stopped: left.every(({ stopped_at: at }) => at !== null), now });
  return true;
}

async function endExemptions(
  tx: Tx,
  deps: ReplayDeps,
  later: readonly Exemption[] | null,
  now: number,
): Promise<number> {
  if (later === null) return 0;
  const inForce = await writtenPolicy(tx, deps.keys).catch(noneWhereBroken);
  if (!inForce) return 0;
  const { version, document } = inForce;
  const kept = document.exemptions.filter((exemption) => {
    const since = later.find(({ userId }) => userId === exemption.userId);
    return since !== undefined && endOf(since) >= endOf(exemption);
  });
  const ended = document.exemptions.length - kept.length;
  if (ended === 0) return 0;
  const after: PolicyDocument = { ...document, exemptions: kept };
  const reason = 'Exemptions that ended after the backup was made, by gatehouse restore --since.';
  const saved = { version: version + 1, document: after, reason, savedBy: null, now };
  if (!(await insertVersion(tx, deps.keys, saved))) throw new Error('The policy was saved meanwhile.');
  const changes = [{ field: 'exemptions', from: document.exemptions, to: kept }];
  const data = { version: version + 1, reason, changes, weakens: [] };
  await appendAudit(tx, deps, { at: now, action: 'policy.saved', actor: null, target: null, data });
  return ended;
}

/** SECURITY: nobody is exempt by a policy that no server wrote, and it isn't signed by what is saved after it (S-120). */
function noneWhereBroken(error: unknown): null {
  if (error instanceof PolicyBroken) return null;
  throw error;
}
