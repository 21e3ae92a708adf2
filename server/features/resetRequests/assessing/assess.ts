import { isFrozen } from '../../../domain/settings/freezeStore.ts';
import { byYoungLink, readMoment } from '../../../domain/secondPerson/moment.ts';
import type { ActorRef, Moment } from '../../../domain/secondPerson/moment.ts';
import type { PolicyDocument, TierRule } from '../../../../contract/operations/policy.ts';
import type { Check } from '../../../../contract/operations/resetRequests.ts';
import { permissionsOf } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import { keyedHash } from '../../../crypto/hash.ts';
import type { Reader } from '../../../db/connection.ts';
import { userById } from '../../../domain/people/people.ts';
import type { User } from '../../../domain/people/people.ts';
import { endingOf } from './ending.ts';
import { lastRefusalOf, readNumbers } from './facts.ts';
import { grantsOf } from '../../../domain/secondPerson/grants.ts';
import { makersOf } from '../../../domain/secondPerson/puppets.ts';
import { isCallToLostPhone, REQUEST_CODE_TRIES } from '../rules/checks.ts';
import type { EvidenceFacts } from '../rules/checks.ts';
import { evaluateRecipe } from '../rules/recipe.ts';
import type { CheckFacts, RecipeVerdict } from '../rules/recipe.ts';
import { unfitApprovers } from '../rules/secondPerson.ts';
import type { ActingPerson, Situation } from '../rules/situation.ts';
import type { TierVerdict } from '../rules/tier.ts';
import { approvalsOf, checksOf } from '../store.ts';
import type { ApprovalRow, CheckRow, RequestRow } from '../store.ts';
import { youngAmong } from '../../../domain/secondPerson/takers.ts';
import { verdictOf } from './verdicts.ts';

/** A request with everything that decides about it, of one moment. */
export interface Assessment {
  request: RequestRow;
  user: User;
  roles: Role[];
  policy: PolicyDocument;
  rule: TierRule;
  verdict: TierVerdict;
  recipe: RecipeVerdict;
  checks: CheckRow[];
  approvals: ApprovalRow[];
  evidence: EvidenceFacts;
  situation: Situation;
}

export async function readActingPerson(
  reader: Reader,
  actor: ActorRef,
  moment: Moment,
): Promise<ActingPerson> {
  const user = await userById(reader, actor.userId);
  const grants = user?.status === 'active' ? ((await grantsOf(reader, [user.id])).get(user.id) ?? []) : [];
  const roles: Role[] = ['user', ...grants.map(({ role }) => role)];
  const young = await youngAmong(reader, new Map([[actor.userId, grants]]), 'resets.decide', moment);
  return {
    id: actor.userId,
    roles,
    permissions: permissionsOf(roles, moment.policy.helpDeskDecides),
    steppedUp: actor.steppedUpUntil !== null && actor.steppedUpUntil > moment.now,
    young: young.has(actor.userId) || (await byYoungLink(reader, actor, moment)),
  };
}

/** Those who approved, as they are now; by which session they did is no longer known. */
async function readApprovers(
  reader: Reader,
  ids: readonly string[],
  moment: Moment,
): Promise<Pick<ActingPerson, 'id' | 'roles' | 'young'>[]> {
  const grants = await grantsOf(reader, ids);
  const young = await youngAmong(reader, grants, 'resets.decide', moment);
  return [...grants].map(([id, held]) => ({ id, roles: held.map(({ role }) => role), young: young.has(id) }));
}

/**
 * Puts together what the rules look at. The tier is computed again and goes only upwards; `request` isn't changed by it.
 *
 * @param now UTC ms
 */
export async function assess(
  reader: Reader,
  deps: Pick<Deps, 'keys'>,
  { request, actor, now }: { request: RequestRow; actor: ActorRef | null; now: number },
): Promise<Assessment> {
  const moment = await readMoment(reader, now);
  const user = await userById(reader, request.user_id);
  if (!user) throw new Error(`Reset request ${request.id} belongs to nobody.`);
  const checks = await checksOf(reader, [request.id]);
  const approvals = await approvalsOf(reader, request.id);
  const counting = checks.filter((check) => check.void_at === null);
  const verifiers = [...new Set(counting.flatMap(({ by_id }) => (by_id === null ? [] : [by_id])))];
  const grants = await grantsOf(reader, [user.id, ...verifiers]);
  const targetGrants = grants.get(user.id) ?? [];

  const verdict = await verdictOf(reader, deps, request, now);
  const rule = moment.policy.tiers[verdict.tier];
  const hasRequestCode = request.code_hash !== null;
  const recipe = evaluateRecipe(
    rule,
    checks.map((check) => checkFacts(check, request.reason)),
    hasRequestCode,
  );
  const roles: Role[] = ['user', ...targetGrants.map(({ role }) => role)];
  const makers = await makersOf(reader, verifiers, { grants, ...moment });
  const acting = actor ? await readActingPerson(reader, actor, moment) : null;
  const approvers = approvals.filter(({ void_at }) => void_at === null).map(({ by_id }) => by_id);
  const target = { id: user.id, name: user.name, roles, mfaOn: user.mfa_state !== 'off' };
  const asked = { tier: verdict.tier, target, deciders: rule.deciders };

  return {
    request,
    user,
    roles,
    policy: moment.policy,
    rule,
    verdict,
    recipe,
    checks,
    approvals,
    evidence: {
      reason: request.reason as EvidenceFacts['reason'],
      numbers: await readNumbers(reader, user),
      accountSince: user.created_at,
      hasRequestCode,
      requestCodeClosed: request.code_wrong_tries >= REQUEST_CODE_TRIES,
      now,
    },
    situation: {
      state: request.state,
      now,
      actor: acting,
      ...asked,
      missing: recipe.missing,
      verifiers,
      puppets: await namesOf(
        reader,
        [...makers].filter(([, by]) => actor && by.includes(actor.userId)).map(([verifier]) => verifier),
      ),
      makers: [...makers.values()].flat(),
      approvers,
      unfit: unfitApprovers(await readApprovers(reader, approvers, moment), asked),
      drawn: isDrawn(deps, request.id),
      paused: request.paused_at !== null,
      frozen: await isFrozen(reader),
      hold: holdOf(request, now),
      expiresAt: request.expires_at,
      ending: await endingOf(reader, request),
      refusedAt: await lastRefusalOf(reader, user.id),
    },
  };
}

/** A check as the recipe sees it, of a request with this reason. */
export function checkFacts(check: CheckRow, reason: string | null): CheckFacts {
  const { kind, outcome, at } = check;
  return { kind, outcome, at, void: voidBecause(check, reason) !== null };
}

/** Why a check no longer counts; null where it does. */
export function voidBecause(
  { kind, outcome, to_mobile, void_at }: CheckRow,
  reason: string | null,
): Check['voidBecause'] {
  if (void_at !== null) return 'verifier_suspended';
  // Of a call that nobody knows the number of the worse is believed.
  const call = { kind, outcome, toMobile: to_mobile !== 0 };
  return isCallToLostPhone(call, reason as ResetReason | null) ? 'phone_lost' : null;
}

function holdOf({ hold_ends_at }: RequestRow, now: number): Situation['hold'] {
  if (hold_ends_at === null) return 'waiting';
  return hold_ends_at <= now ? 'over' : 'running';
}

async function namesOf(reader: Reader, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const people = await reader.selectFrom('users').select('name').where('id', 'in', ids).execute();
  return people.map(({ name }) => name);
}

/** One in twenty: keyed, so that nobody can tell from an id which requests are drawn. */
function isDrawn({ keys }: Pick<Deps, 'keys'>, requestId: string): boolean {
  return Number.parseInt(keyedHash(keys, 'drawn', requestId).slice(-6), 16) % 20 === 0;
}
