import { sentence } from '../../../../contract/words/sentence.ts';
import { noticeStaff } from '../assessing/noticeStaff.ts';
import { hashRequestCode } from '../verifying/requestCode.ts';
import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps } from '../../../context.ts';
import { DAY } from '../../../time.ts';
import { sha256Hex } from '../../../crypto/hash.ts';
import { requestCode, uuidv7 } from '../../../crypto/random.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { removePending } from '../../../domain/authenticators/store.ts';
import { linkedAccounts } from '../../../domain/systems/linkStore.ts';
import { setMfaState } from '../../../domain/people/mfaStore.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { vetoToken } from '../../../domain/mail/vetoToken.ts';
import { networkOf } from '../../../domain/sessions/networks.ts';
import { asChanged, assess, readActingPerson, targetOf } from '../assessing/assess.ts';
import type { Assessment } from '../assessing/assess.ts';
import { userById } from '../../../domain/people/store.ts';
import type { User } from '../../../domain/people/people.ts';
import { grantsOf } from '../../../domain/secondPerson/store.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import type { ActorRef, Moment } from '../../../domain/secondPerson/moment.ts';
import { isFrozen } from '../../../domain/settings/freezeStore.ts';
import { QUIET_AFTER_REFUSAL } from '../rules/quietTime.ts';
import { endAsItStands, expire } from '../assessing/end.ts';
import { ANSWERED_WITHIN } from '../rules/answering.ts';
import { ANSWERS } from '../rules/targets.ts';
import { lockActiveUser } from '../../../domain/people/lockStore.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { refusal, requireAllowed } from '../assessing/refuse.ts';
import { refusalOf, undecidedState } from '../rules/machine.ts';
import { insertCheck } from '../checkStore.ts';
import { numberRequest } from '../deskStore.ts';
import { boundTargets, changeWhere, insertRequest, lastRefusalOf, lockPendingOf } from '../store.ts';
import type { RequestRow } from '../store.ts';

/** What the contract lets a note have. */
const NOTE_LENGTH = 2000;

export interface Opening {
  userId: string;
  source: RequestRow['source'];
  reason: ResetReason | null;
  userNote: string | null;
  staffNote: string;
  /** Staff who open it for a caller; null where the user did. */
  actor: ActorRef | null;
  /** The system that asks who they are, by its name; of that source alone. */
  asks?: string;
  /** A valid code was given with it: that check passes by itself. */
  existingCode: boolean;
  address: string | null;
  userAgent: string | null;
  now: number;
}

export interface Opened {
  requestId: string;
  /** For the requester's screen alone (S-37); null where staff opened it. */
  requestCode: string | null;
  state: RequestRow['state'];
}

/**
 * Opens a request, and answers it with its first assessment. Refuses with `mfa_not_on`, `request_exists`, `request_too_soon`,
 * `own_account`, `frozen`. No account changes by it but for the word *reset pending* (S-31).
 */
export async function openRequest(
  tx: Tx,
  deps: Deps,
  opening: Opening,
): Promise<Opened & { assessment: Assessment }> {
  const { userId, now, actor, source } = opening;
  const user = (await lockActiveUser(tx, deps, userId)) ? await userById(tx, userId) : undefined;
  if (!user) throw noSuchUser();
  const pending = await lockPendingOf(tx, userId);
  if (pending && !(await expire(tx, deps, pending, now)) && !(await givesWay(tx, deps, pending, opening)))
    throw requestExists();

  const moment = await readMoment(tx, now);
  const isAnswer = source === 'attestation';
  await requireMayOpen(tx, { user, actor, moment, isAnswer });
  const bySelf = source !== 'staff' && source !== 'direct';
  const code = bySelf ? requestCode(deps.random) : null;
  const expiresAt = now + (isAnswer ? ANSWERED_WITHIN : moment.policy.requestExpiryDays * DAY);
  const request = newRow(deps, opening, { code, expiresAt });
  const requestId = request.id;
  // The unique index on pending requests settles what two at once would both have found free (S-31).
  if (!(await insertRequest(tx, request))) throw requestExists();
  if (opening.existingCode)
    await insertCheck(tx, deps, { requestId, kind: 'existing_code', outcome: 'pass', byId: null, at: now });

  const opened = await assess(tx, deps, { request, actor, now });
  const { tier, reasons } = opened.verdict;
  const change = { state: undecidedState(opened.situation), tier, reasons: JSON.stringify(reasons) };
  await changeWhere(tx, { id: requestId, from: ['open'] }, change);
  // SECURITY: nobody gave a password here for it, so that nothing of the account is touched.
  if (!isAnswer) {
    await setMfaState(tx, { userId, from: ['on'], state: 'reset_pending', now });
    // A move that is under way may be the thief's, and would outlive a denial. While a request is pending none begins.
    await removePending(tx, userId);
  }

  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.opened',
    actor: actor ? { id: actor.userId, name: actor.name } : isAnswer ? null : { id: userId, name: user.name },
    target: { id: userId, name: user.name },
    data: {
      requestId,
      source,
      tier,
      reason: opening.reason,
      ...(opening.asks ? { system: opening.asks } : {}),
    },
  });
  await numberRequest(tx, requestId);
  const mail = { userId, at: now, requestId };
  if (opening.asks === undefined) await mailUser(tx, deps, { ...mail, kind: 'reset_requested' });
  else await mailUser(tx, deps, { ...mail, kind: 'identity_asked', params: { system: opening.asks } });
  if (source !== 'direct') await noticeStaff(tx, deps, opened, now);
  return { requestId, requestCode: code, state: change.state, assessment: asChanged(opened, change) };
}

async function requireMayOpen(
  tx: Tx,
  {
    user,
    actor,
    moment,
    isAnswer,
  }: { user: User; actor: ActorRef | null; moment: Moment; isAnswer: boolean },
): Promise<void> {
  const { now } = moment;
  const grants = (await grantsOf(tx, [user.id])).get(user.id) ?? [];
  const refusedAt = await lastRefusalOf(tx, user.id);
  const refused = refusalOf('open', {
    now,
    actor: actor && (await readActingPerson(tx, actor, moment)),
    target: targetOf(user, grants).target,
    linked: isAnswer || (user.mfa_state === 'off' && (await linkedAccounts(tx, user.id)).length > 0),
    frozen: await isFrozen(tx, 'resets'),
    refusedAt,
  });
  if (!refused) return;
  const isTooSoon = refused.code === 'request_too_soon' && refusedAt !== null;
  throw refusal(refused, isTooSoon ? Math.ceil((refusedAt + QUIET_AFTER_REFUSAL - now) / 1000) : undefined);
}

/**
 * The user submits again, after a right password: the same request with a fresh code, and the old one is void. Undefined
 * where there is none that is pending.
 */
export async function submitAgain(tx: Tx, deps: Deps, opening: Opening): Promise<Opened | undefined> {
  const { userId, now, address, userAgent } = opening;
  // Before it is looked for: of two at once the second finds the request that the first opened.
  await lockActiveUser(tx, deps, userId);
  const request = await lockPendingOf(tx, userId);
  if (!request || (await expire(tx, deps, request, now))) return undefined;
  if (await givesWay(tx, deps, request, opening)) return undefined;
  const code = requestCode(deps.random);
  const elsewhere =
    request.source !== 'staff' &&
    request.source !== 'direct' &&
    (networkName(address) !== networkName(request.address) || userAgent !== request.user_agent);
  const change = {
    code_hash: hashRequestCode(deps, code),
    code_wrong_tries: 0,
    ...(elsewhere && request.second_browser_at === null ? { second_browser_at: now } : {}),
    ...whatIsNew(request, opening),
  };
  const { verdict, situation } = await assess(tx, deps, {
    request: { ...request, ...change },
    actor: null,
    now,
  });
  await requireAllowed(tx, 'submit_again', { request, situation });
  // A phone that is called lost takes the calls to it with it. In a hold the execution looks at the evidence again.
  const decided = request.state === 'approved' || request.state === 'executing';
  const state = decided ? request.state : undecidedState(situation);
  const renewed = await changeWhere(
    tx,
    { id: request.id, from: [request.state] },
    { ...change, state, tier: verdict.tier, reasons: JSON.stringify(verdict.reasons) },
  );
  if (!renewed) return undefined;
  const person = await auditPerson(tx, userId);
  await appendAudit(tx, deps, {
    at: now,
    action: 'reset_request.code_renewed',
    actor: person,
    target: person,
    data: { requestId: request.id, elsewhere, reason: change.reason },
  });
  return { requestId: request.id, requestCode: code, state };
}

/**
 * A phone that was called lost once stays lost, whatever is said later: its mobile number proves nothing any more. What was
 * written before is not written over, for whoever knows the password can submit again.
 */
function whatIsNew(
  request: RequestRow,
  { reason, userNote }: Opening,
): Pick<RequestRow, 'reason' | 'user_note'> {
  const before = request.user_note;
  const isSaid = userNote === null || (before?.includes(userNote) ?? false);
  return {
    reason: request.reason === 'lost_or_stolen' ? request.reason : (reason ?? request.reason),
    user_note: isSaid
      ? before
      : [before, userNote]
          .filter((note) => note !== null)
          .join('\n')
          .slice(0, NOTE_LENGTH),
  };
}

const networkName = (address: string | null) => (address === null ? null : networkOf(address));

function newRow(
  deps: Deps,
  opening: Opening,
  { code, expiresAt }: { code: string | null; expiresAt: number },
): RequestRow {
  const { now, actor, userId, source, reason, userNote, staffNote, address, userAgent } = opening;
  const id = uuidv7(now, deps.random);
  return {
    id,
    number: null,
    user_id: userId,
    state: 'open',
    pending: 1,
    tier: 'standard',
    reasons: '[]',
    source,
    reason,
    user_note: userNote,
    staff_note: staffNote,
    code_hash: code === null ? null : hashRequestCode(deps, code),
    code_wrong_tries: 0,
    second_browser_at: null,
    opened_at: now,
    opened_by: actor?.userId ?? null,
    expires_at: expiresAt,
    claimed_by: null,
    claimed_at: null,
    claim_ends_at: null,
    decision_asked_at: null,
    decision_asked_by: null,
    handed_to: null,
    handed_by: null,
    handed_at: null,
    hold_ends_at: null,
    paused_at: null,
    decided_by: null,
    decided_at: null,
    decision_note: null,
    suspected_attack: 0,
    ended_at: null,
    veto_token_hash: sha256Hex(vetoToken(deps.keys, id)),
    ...boundTargets(
      deps.keys,
      { id, user_id: userId },
      source === 'attestation' ? JSON.stringify(ANSWERS) : null,
    ),
    address,
    user_agent: userAgent,
    version: 1,
  };
}

/**
 * A request that only answers another system ends where its person, or staff, ask for a reset. SECURITY: whoever knows a name can have
 * that asked, and would keep its owner from help else.
 */
async function givesWay(
  tx: Tx,
  deps: Deps,
  request: RequestRow,
  { source, now }: Pick<Opening, 'source' | 'now'>,
): Promise<boolean> {
  if (request.source !== 'attestation' || source === 'attestation') return false;
  const end = {
    event: 'cancel',
    state: 'cancelled',
    by: null,
    now,
    data: { because: 'reset_asked' },
  } as const;
  return (await endAsItStands(tx, deps, request, end)) === null;
}

function noSuchUser() {
  return refuse('not_found', { detail: sentence('answers/resetRequests', 'noActivePerson') });
}

function requestExists() {
  return refuse('request_exists', {
    detail: sentence('answers/resetRequests', 'requestExists'),
  });
}
