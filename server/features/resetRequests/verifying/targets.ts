import { sentence } from '../../../../contract/words/sentence.ts';
import type { InputOf } from '../../../../contract/operations.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { provenOf } from '../../../domain/authenticators/factorStore.ts';
import type { Held } from '../../../domain/authenticators/factorStore.ts';
import { stopAuthenticators } from '../../../domain/authenticators/stopping.ts';
import { lockActiveUser } from '../../../domain/people/lockStore.ts';
import { linkedAccounts } from '../../../domain/systems/linkStore.ts';
import type { LinkedAccount } from '../../../domain/systems/linkStore.ts';
import type { SystemTarget } from '../rules/effects.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { endSessions } from '../../../domain/sessions/store.ts';
import { refuse } from '../../../refusal.ts';
import { lockAndAssess } from '../assessing/assess.ts';
import { alreadyDecided, noSuchRequest, requireAllowed } from '../assessing/refuse.ts';
import { whatGoes } from '../rules/targets.ts';
import { voidApprovals } from '../approvalStore.ts';
import { boundTargets, changeWhere, requestById, UNDECIDED } from '../store.ts';
import { claimByActing } from './claim.ts';

interface Act {
  id: string;
  actor: ActorRef;
  now: number;
}

/**
 * Names which of a person's authenticators the reset removes. Whoever asks gets all; staff narrow it. Approvals of
 * before don't outlive a change. Refuses with `not_found`
 * for what the person doesn't have, and with `stale_version`.
 */
export async function chooseTargets(
  tx: Tx,
  deps: Deps,
  { id, version, targets, actor, now }: Act & Omit<InputOf<'resetRequests.chooseTargets'>, 'id'>,
): Promise<void> {
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'choose_targets', assessment);
  const { request, user } = assessment;
  if (request.version !== version) throw refuse('stale_version');
  const held = await provenOf(tx, user.id);
  const accounts = await linkedAccounts(tx, user.id);
  const here = targets.filter(({ systemId }) => systemId === null);
  // Without a name it is everything here, too.
  const ids = here.some(({ factorIds }) => factorIds === null)
    ? held.map(({ id: heldId }) => heldId)
    : [...new Set(here.flatMap(({ factorIds }) => factorIds ?? []))];
  requireHeld(held, ids);
  const systems = elsewhereOf(targets, accounts);
  const goes = whatGoes({ all: false, ids }, held);
  const isEverything =
    goes.all && systems.length === accounts.length && systems.every(({ factorIds }) => factorIds === null);
  const chosen = isEverything
    ? null
    : JSON.stringify({ ...goes, ...(accounts.length > 0 ? { systems } : {}) });
  if (!(await changeWhere(tx, { id, from: UNDECIDED }, boundTargets(deps.keys, request, chosen))))
    throw await alreadyDecided(tx, id);
  // SECURITY: whoever approved before approved of something else (S-30).
  if (chosen !== request.targets) await voidApprovals(tx, id, now);
  await claimByActing(tx, deps, assessment, { actor, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.targets_chosen',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: {
      requestId: id,
      all: isEverything,
      authenticators: namesOf(held, goes.ids),
      ...(accounts.length > 0 ? { systems: namesThere(accounts, systems) } : {}),
    },
  });
}

type Choice = InputOf<'resetRequests.chooseTargets'>['targets'];

/** What was named in connected systems; each system once, and one that the person is linked to. */
function elsewhereOf(targets: Choice, accounts: readonly LinkedAccount[]): SystemTarget[] {
  const named = targets.flatMap(({ systemId, factorIds }) =>
    systemId === null ? [] : [{ systemId, factorIds }],
  );
  if (!named.every(({ systemId }) => accounts.some(({ system }) => system.id === systemId)))
    throw noSuchFactor();
  return [...new Map(named.map((target) => [target.systemId, target])).values()];
}

const namesThere = (accounts: readonly LinkedAccount[], systems: readonly SystemTarget[]): string[] =>
  accounts.flatMap(({ system: { id, name } }) =>
    systems.some(({ systemId }) => systemId === id) ? [name] : [],
  );

/** *Stop this authenticator now*, by staff on the work page; every one that counts unless told which (S-104). */
export async function stopForCaller(
  tx: Tx,
  deps: Deps,
  { id, factorIds, actor, now }: Act & { factorIds: readonly string[] | null },
): Promise<void> {
  const whose = await requestById(tx, id);
  if (!whose) throw noSuchRequest();
  // People before requests, as every act locks.
  await lockActiveUser(tx, deps, whose.user_id);
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'stop_authenticators', assessment);
  const { user } = assessment;
  if (factorIds !== null) requireHeld(await provenOf(tx, user.id), factorIds);
  const stop = {
    whose: { id: user.id, name: user.name },
    by: { id: actor.userId, name: actor.name },
    ids: factorIds,
    requestId: id,
    now,
  };
  if (await stopAuthenticators(tx, deps, stop)) await endSessions(tx, user.id);
}

function requireHeld(held: readonly Held[], ids: readonly string[]): void {
  if (!ids.every((id) => held.some((one) => one.id === id))) throw noSuchFactor();
}

const namesOf = (held: readonly Held[], ids: readonly string[]): string[] =>
  held.flatMap(({ id, name }) => (ids.includes(id) && name !== null ? [name] : []));

function noSuchFactor() {
  return refuse('not_found', { detail: sentence('answers/resetRequests', 'noSuchFactor') });
}
