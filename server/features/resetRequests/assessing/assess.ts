import { isFrozen } from '../../../domain/settings/freezeStore.ts';
import { byYoungLink, readMoment } from '../../../domain/secondPerson/moment.ts';
import type { ActorRef, Moment } from '../../../domain/secondPerson/moment.ts';
import type { PolicyDocument } from '../../../../contract/operations/policy.ts';
import { permissionsOf } from '../../../../contract/permissions.ts';
import type { Role } from '../../../../contract/permissions.ts';
import type { Deps } from '../../../context.ts';
import { keyedHash } from '../../../crypto/hash.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { peopleById, userById } from '../../../domain/people/store.ts';
import type { User } from '../../../domain/people/people.ts';
import { unheldBy } from '../elsewhere/plan.ts';
import { readNumbers } from './facts.ts';
import { noSuchRequest } from './refuse.ts';
import { standingOf } from './standing.ts';
import type { RoleGrant } from '../../../domain/secondPerson/store.ts';
import { grantsOf } from '../../../domain/secondPerson/store.ts';
import { contactTypistsOf, readMayBeOne } from '../../../domain/secondPerson/puppets.ts';
import { REQUEST_CODE_TRIES } from '../rules/checks.ts';
import type { EvidenceFacts } from '../rules/checks.ts';
import { targetsIn } from '../rules/targets.ts';
import { missingSentence } from '../rules/missing.ts';
import { unfitApprovers } from '../rules/secondPerson.ts';
import type { ActingPerson, Situation } from '../rules/situation.ts';
import { approvalsOf } from '../approvalStore.ts';
import type { ApprovalRow } from '../approvalStore.ts';
import { lockRequest } from '../store.ts';
import type { RequestRow } from '../store.ts';
import { youngAmong } from '../../../domain/secondPerson/takers.ts';
import { readingOf } from './readings.ts';
import { twinsAmong } from './twins.ts';
import type { Reading } from './readings.ts';

/** Of the situation, what every act on a request may ask for; the rest is read by the acts that ask. */
export type AssessedSituation = Omit<
  Situation,
  | 'refusedAt'
  | 'provedDevice'
  | 'signedInSince'
  | 'notByMail'
  | 'changedContact'
  | 'changedRoute'
  | 'lock'
  | 'linked'
  | 'unfinished'
  | 'heldElsewhere'
  | 'setupsFrozen'
  | 'loads'
  | 'decidable'
  | 'claimant'
  | 'colleague'
>;

/** A request with everything that decides about it, of one moment. */
export interface Assessment extends Reading {
  request: RequestRow;
  user: User;
  roles: Role[];
  policy: PolicyDocument;
  approvals: ApprovalRow[];
  evidence: EvidenceFacts;
  situation: AssessedSituation;
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

/** The people whom a request is about, as the machine asks. */
export function targetOf(
  user: User,
  grants: readonly RoleGrant[],
): Pick<Situation, 'target' | 'setupDue'> & { roles: Role[] } {
  const roles: Role[] = ['user', ...grants.map(({ role }) => role)];
  return {
    roles,
    target: { id: user.id, name: user.name, roles, mfaOn: user.mfa_state !== 'off' },
    setupDue: user.setup_due === 1,
  };
}

/** Locks a request, so that what is read of it holds until the commit, and assesses it. Refuses with `not_found`. */
export async function lockAndAssess(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'keys' | 'systems'>,
  { id, actor, now }: { id: string; actor: ActorRef | null; now: number },
): Promise<Assessment> {
  const request = await lockRequest(tx, deps, id);
  if (!request) throw noSuchRequest();
  return assess(tx, deps, { request, actor, now });
}

/**
 * Puts together what the rules look at. The tier is computed again and goes only upwards; `request` isn't changed by it. An act
 * calls it once and passes on what it answers, and again only after it wrote evidence.
 *
 * @param now UTC ms
 */
export async function assess(
  reader: Reader,
  deps: Pick<Deps, 'keys' | 'systems'>,
  { request, actor, now }: { request: RequestRow; actor: ActorRef | null; now: number },
): Promise<Assessment> {
  const moment = await readMoment(reader, now);
  const user = await userById(reader, request.user_id);
  if (!user) throw new Error(`Reset request ${request.id} belongs to nobody.`);
  const reading = await readingOf(reader, deps, request, now);
  const { verdict, rule, recipe, checks } = reading;
  const approvals = await approvalsOf(reader, request.id);
  const counting = checks.filter((check) => check.void_at === null);
  const verifiers = [...new Set(counting.flatMap(({ by_id }) => (by_id === null ? [] : [by_id])))];
  const grants = await grantsOf(reader, [user.id]);

  const { roles, target, setupDue } = targetOf(user, grants.get(user.id) ?? []);
  const typists = reading.leansOnContacts
    ? await contactTypistsOf(reader, user.id, moment)
    : new Set<string>();
  const approvers = approvals.filter(({ void_at }) => void_at === null).map(({ by_id }) => by_id);
  const deciding = new Set([...approvers, ...(actor ? [actor.userId] : [])]);
  const isOne = await readMayBeOne(reader, [...verifiers, ...typists, ...deciding], moment, deciding);
  const asked = { tier: verdict.tier, target, deciders: rule.deciders };

  return {
    request,
    user,
    roles,
    policy: moment.policy,
    ...reading,
    approvals,
    evidence: {
      reason: request.reason as EvidenceFacts['reason'],
      numbers: await readNumbers(reader, user),
      hasRequestCode: request.code_hash !== null,
      requestCodeClosed: request.code_wrong_tries >= REQUEST_CODE_TRIES,
      now,
    },
    situation: {
      ...standingOf(request, now),
      ...asked,
      setupDue,
      answersOnly: targetsIn(request)?.answers === true,
      holds: rule.holdHours > 0,
      actor: actor ? await readActingPerson(reader, actor, moment) : null,
      missing: recipe.missing && missingSentence(recipe.missing),
      verifiers,
      puppets: actor
        ? [
            ...(
              await namesOf(
                reader,
                verifiers.filter((id) => id !== actor.userId && isOne(id, actor.userId)),
              )
            ).values(),
          ]
        : [],
      typed: actor !== null && [...typists].some((id) => isOne(id, actor.userId)),
      makers: approvers.filter((id) => [...verifiers, ...typists].some((other) => isOne(id, other))),
      approvers,
      twins: twinsAmong([...deciding], isOne),
      approverNames: await namesOf(reader, approvers),
      unfit: unfitApprovers(await readApprovers(reader, approvers, moment), asked),
      drawn: isDrawn(deps, request.id),
      frozen: await isFrozen(reader, 'resets'),
      unheld: moment.policy.holdRequired ? await unheldBy(reader, deps, request) : [],
    },
  };
}

/** The assessment of a request that the act itself has just changed so; evidence is none of it, for that is read again. */
export function asChanged(
  { request: before, situation, ...rest }: Assessment,
  change: Partial<Omit<RequestRow, 'id' | 'version'>>,
): Assessment {
  const request = { ...before, ...change };
  return { ...rest, request, situation: { ...situation, ...standingOf(request, situation.now) } };
}

async function namesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await peopleById(reader, ids)).map(({ id, name }) => [id, name]));
}

/** One in twenty: keyed, so that nobody can tell from an id which requests are drawn. By the first key, also after its rotation. */
function isDrawn({ keys: { keys } }: Pick<Deps, 'keys'>, requestId: string): boolean {
  const first = { keys, current: Math.min(...keys.keys()) };
  return Number.parseInt(keyedHash(first, 'drawn', requestId).slice(-6), 16) % 20 === 0;
}
