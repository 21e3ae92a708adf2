import { CHECK_KINDS } from '../../../../contract/checks.ts';
import type { ManagerConfirmation } from '../../../../contract/operations/resetConfirmations.ts';
import type { Check, ResetRequest } from '../../../../contract/operations/resetRequests.ts';
import type { Person } from '../../../../contract/schemas.ts';
import type { Deps, Reading } from '../../../context.ts';
import type { Voice } from '../../../../contract/words/write.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import { rfc3339, rfc3339OrNull } from '../../../time.ts';
import type { Reader } from '../../../db/connection.ts';
import { pageOfEvents } from '../../../domain/audit/history.ts';
import { contactsSince } from '../../../domain/people/contactStore.ts';
import { noticeOfHold } from '../../../domain/mail/refusedStore.ts';
import { peopleById } from '../../../domain/people/store.ts';
import { personOf } from '../../../domain/people/people.ts';
import type { User } from '../../../domain/people/people.ts';
import { deliveryFor } from '../carryingOut/activation.ts';
import { assess } from '../assessing/assess.ts';
import type { AssessedSituation, Assessment } from '../assessing/assess.ts';
import { endingOf } from '../assessing/ending.ts';
import { voidBecause } from '../assessing/readings.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { lastConfirmation } from '../verifying/confirmationStore.ts';
import type { ConfirmationRow } from '../verifying/confirmationStore.ts';
import { readManager } from '../verifying/managerStore.ts';
import { noSuchRequest } from '../assessing/refuse.ts';
import { REQUEST_CODE_TRIES, checkRefusal, numberRefusal } from '../rules/checks.ts';
import { managerRefusal } from '../rules/manager.ts';
import { missingSentence } from '../rules/missing.ts';
import type { Missing } from '../rules/missing.ts';
import { reasonSentence } from '../rules/reasons.ts';
import type { Refused } from '../rules/refusal.ts';
import { countsUntil } from '../rules/evidenceAge.ts';
import type { CheckRow } from '../checkStore.ts';
import { lapsedClaim, livingClaim, requestById } from '../store.ts';
import type { RequestRow } from '../store.ts';
import { isTriedOut } from '../../../domain/authenticators/activationStore.ts';
import { lastCodeOf } from './activationStore.ts';
import { refusalShown } from './permits.ts';
import type { Shown } from './permits.ts';
import { readAwaiting } from './awaiting.ts';
import { readTargets } from './targets.ts';
import { whatHelps } from './whatHelps.ts';

/** A request's time line is short; this only bounds it. */
const HISTORY = 200;

/** One request with its evidence, as the asking person sees it; never the request code. Refuses with `not_found`. */
export async function viewRequest(
  reader: Reader,
  deps: Pick<Deps, 'keys' | 'systems'>,
  { id, actor, now, voice }: { id: string; actor: ActorRef } & Reading,
): Promise<ResetRequest> {
  const request = await requestById(reader, id);
  if (!request) throw noSuchRequest();
  const assessment = await assess(reader, deps, { request, actor, now });
  const { user, verdict, recipe, evidence, checks, approvals, situation } = assessment;
  const undecided = assessment.state === 'open' || assessment.state === 'verified';
  const claim = livingClaim(request, now);
  const lapsed = lapsedClaim({ ...request, state: assessment.state }, now);
  const asked = await lastConfirmation(reader, request.id);
  const people = await readPeople(reader, [
    request.opened_by,
    request.decided_by,
    claim.by,
    lapsed?.by ?? null,
    request.handed_to,
    request.handed_by,
    user.manager_id,
    ...checks.map(({ by_id }) => by_id),
    ...approvals.map(({ by_id }) => by_id),
    ...(asked ? [asked.asked_by, asked.manager_id, asked.deputy_id, asked.answered_by] : []),
  ]);
  const lapsedBy = people(lapsed?.by ?? null);
  const since = await contactsSince(reader, user.id);
  const notice = await holdNotice(reader, assessment);
  const awaitsDecision = await readAwaiting(reader, assessment, { actor, now, voice });
  const options = CHECK_KINDS.map((kind) => ({ kind, refused: checkRefusal(kind, evidence) }));
  const manager = await managerOption(reader, user, { now, voice });
  const says = { ending: await endingOf(reader, request), voice };
  const sinceOf = (field: 'email' | 'manager') => rfc3339OrNull(since[field] ?? null);

  return {
    id: request.id,
    ...(request.number !== null && { number: request.number }),
    user: { id: user.id, username: user.username, name: user.name },
    department: user.department,
    state: assessment.state,
    tier: verdict.tier,
    source: request.source,
    reason: evidence.reason,
    openedAt: rfc3339(request.opened_at),
    expiresAt: rfc3339(request.expires_at),
    holdEndsAt: rfc3339OrNull(request.hold_ends_at),
    ...(notice && { holdNotice: notice }),
    claimedBy: people(claim.by),
    claimedAt: rfc3339OrNull(claim.since),
    ...handedOf(request, undecided, people),
    decidedBy: undecided ? null : people(request.decided_by),
    decidedAt: rfc3339OrNull(request.decided_at),
    checksPassed: recipe.passed,
    checksNeeded: recipe.needed,
    version: request.version,
    reasons: verdict.reasons.map((reason) => ({
      code: reason.code,
      sentence: voice.write(reasonSentence(reason)),
      at: rfc3339OrNull(reason.at),
    })),
    recipe: {
      met: recipe.met,
      missing:
        recipe.missing &&
        voice.write(whatHelps({ ...recipe, missing: recipe.missing }, { options, manager, user })),
      steps: recipe.steps.map((step) => ({ ...step, text: voice.write(step.text) })),
    },
    checks: checks.map((check) => ({
      id: check.id,
      kind: check.kind,
      outcome: check.outcome,
      by: people(check.by_id),
      at: rfc3339(check.at),
      note: check.note,
      numberEnding: check.number_ending,
      ...countingOf(check, assessment),
    })),
    checkOptions: options.map(({ kind, refused }) => ({ kind, ...optionOf(refused, voice) })),
    managerConfirmation: {
      ...manager,
      asked: asked ? askedOf(asked, people) : null,
    },
    pausedAt: rfc3339OrNull(request.paused_at),
    targets: await readTargets(reader, deps, assessment, voice),
    ...(awaitsDecision && { awaitsDecision }),
    hasRequestCode: evidence.hasRequestCode,
    requestCodeTriesLeft: Math.max(0, REQUEST_CODE_TRIES - request.code_wrong_tries),
    userNote: request.user_note,
    staffNote: request.staff_note,
    lapsedClaim: lapsedBy && lapsed ? { by: lapsedBy, at: rfc3339(lapsed.at) } : null,
    openedBy: people(request.opened_by),
    approvals: approvals.flatMap(({ by_id, at, note, void_at }) => {
      const by = people(by_id);
      return by && void_at === null ? [{ by, at: rfc3339(at), note }] : [];
    }),
    decisionNote: request.decision_note,
    suspectedAttack: request.suspected_attack === 1,
    person: {
      email: user.email,
      emailSince: sinceOf('email'),
      manager: people(user.manager_id),
      managerSince: sinceOf('manager'),
      numbers: evidence.numbers.map((number) => ({
        kind: number.kind,
        value: number.value,
        since: rfc3339OrNull(number.since),
        refusal: optionOf(numberRefusal(number, evidence), voice).refusal,
      })),
      roles: assessment.roles,
      lastSignInAt: rfc3339OrNull(user.last_sign_in_at),
      createdAt: rfc3339(user.created_at),
    },
    origin: { address: request.address, userAgent: request.user_agent },
    activation: await readActivation(reader, assessment, now),
    decision: {
      verify: permitted('record_check', situation, says),
      stopAuthenticators: permitted('stop_authenticators', situation, says),
      approve: permitted('approve', situation, says),
      deny: permitted(request.state === 'approved' ? 'stop_hold' : 'deny', situation, says),
      retry: permitted('retry', situation, says),
    },
    history: await readHistory(reader, assessment, voice),
  };
}

/** A hold begins when the mail server takes the notice of it: what became of that, while it hasn't. */
async function holdNotice(
  reader: Reader,
  { request, user }: Assessment,
): Promise<ResetRequest['holdNotice']> {
  const { state, hold_ends_at: end, decided_at: decidedAt, id: requestId } = request;
  if (state !== 'approved' || end !== null || decidedAt === null) return undefined;
  const mail = await noticeOfHold(reader, { requestId, decidedAt, address: user.email });
  if (!mail || mail.state === 'sent') return undefined;
  return { mailId: mail.id, state: mail.state, serverSaid: mail.last_error };
}

/** Whether a check counts, and until when: one that is void for another reason has no end by its age. */
function countingOf(
  check: CheckRow,
  { request, age }: Assessment,
): Pick<Check, 'countsUntil' | 'voidBecause'> {
  const because = voidBecause(check, request.reason, age);
  const ages = age && (because === null || because === 'too_old');
  return { voidBecause: because, countsUntil: rfc3339OrNull(ages ? countsUntil(check, age) : null) };
}

/** What the asking person may do, and why not. */
function permitted(
  event: Shown,
  situation: AssessedSituation,
  { ending, voice }: { ending: Sentence | null; voice: Voice },
): ResetRequest['decision']['approve'] {
  const refused = refusalShown(event, situation);
  if (!refused) return { allowed: true, code: null, sentence: null };
  const { code, sentence } = refused;
  const why = code === 'already_decided' ? (ending ?? sentence) : sentence;
  return { allowed: false, code, sentence: voice.write(why) };
}

/** Whether something may be done now, and why not. */
function optionOf(refused: Refused | null, voice: Voice): { allowed: boolean; refusal: string | null } {
  return { allowed: refused === null, refusal: refused && voice.write(refused.sentence) };
}

async function managerOption(
  reader: Reader,
  user: User,
  { now, voice }: Reading,
): Promise<Omit<ManagerConfirmation, 'asked'>> {
  const refused = managerRefusal(await readManager(reader, user), { userId: user.id, now });
  return optionOf(refused, voice);
}

/** Whom a colleague gave it to; of what is decided it says nothing any more. */
function handedOf(
  { handed_to, handed_by, handed_at }: RequestRow,
  undecided: boolean,
  people: People,
): Pick<ResetRequest, 'handed'> {
  const to = people(handed_to);
  return undecided && to && handed_at !== null
    ? { handed: { to, by: people(handed_by), at: rfc3339(handed_at) } }
    : {};
}

type People = (id: string | null) => Person | null;

function askedOf(row: ConfirmationRow, people: People): ManagerConfirmation['asked'] {
  const [by, manager] = [people(row.asked_by), people(row.manager_id)];
  if (!by || !manager) return null;
  return {
    at: rfc3339(row.asked_at),
    by,
    manager,
    deputy: people(row.deputy_id),
    deputyFrom: rfc3339OrNull(row.deputy_from),
    answeredBy: people(row.answered_by),
    answeredAt: rfc3339OrNull(row.answered_at),
    outcome: row.outcome,
  };
}

/** Looks people up once; what it answers finds them by id. */
async function readPeople(reader: Reader, ids: readonly (string | null)[]): Promise<People> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await peopleById(reader, wanted);
  const people = new Map(rows.map((row) => [row.id, personOf(row)]));
  return (id) => people.get(id ?? '') ?? null;
}

async function readActivation(
  reader: Reader,
  { request, user }: Assessment,
  now: number,
): Promise<ResetRequest['activation']> {
  const row = await lastCodeOf(reader, request.id);
  if (!row) return null;
  const state = stateOfCode(row, now);
  // Of one that is over, how the next one has to go.
  const delivery = state === 'due' ? row.delivery : await deliveryFor(reader, user, now);
  return { state, delivery, wrongTries: row.wrong_tries, expiresAt: rfc3339(row.expires_at) };
}

function stateOfCode(
  code: NonNullable<Awaited<ReturnType<typeof lastCodeOf>>>,
  now: number,
): NonNullable<ResetRequest['activation']>['state'] {
  if (code.used_at !== null) return 'used';
  if (code.void_at !== null) return 'void';
  if (isTriedOut(code)) return 'tried_out';
  return code.expires_at <= now ? 'expired' : 'due';
}

async function readHistory(
  reader: Reader,
  { request }: Assessment,
  voice: Voice,
): Promise<ResetRequest['history']> {
  const { items } = await pageOfEvents(
    reader,
    { targetId: request.user_id, requestId: request.id, from: request.opened_at },
    { limit: HISTORY },
  );
  return items.toReversed().map((event) => ({ ...event, data: saidData(event.data, voice) }));
}

/** What was missing when a request went back is kept as codes; events from before have it as a sentence. */
function saidData(
  data: ResetRequest['history'][number]['data'],
  voice: Voice,
): ResetRequest['history'][number]['data'] {
  const missing = data['missing'];
  if (typeof missing !== 'object' || missing === null) return data;
  return { ...data, missing: voice.write(missingSentence(missing as Missing)) };
}
