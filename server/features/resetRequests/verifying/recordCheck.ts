import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import type { Refusal } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { holdUser } from '../../../domain/people/people.ts';
import { assess } from '../assessing/assess.ts';
import type { Assessment } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { isRequestCode } from './requestCode.ts';
import { alreadyDecided, noSuchRequest, refusal, requireAllowed } from '../assessing/refuse.ts';
import { undecidedState } from '../rules/machine.ts';
import { REQUEST_CODE_TRIES, checkRefusal, mayBeMobile, numberRefusal } from '../rules/checks.ts';
import { changeWhere, insertCheck, lockRequest } from '../store.ts';
import type { NewCheck, RequestRow } from '../store.ts';

interface Recording {
  id: string;
  check: CheckInput;
  actor: ActorRef;
  now: number;
}

/** Records one piece of evidence. A wrong request code is counted, so its refusal comes after the commit. */
export async function recordCheck(deps: Deps, recording: Recording): Promise<void> {
  const refused = await deps.db.transaction((tx) => recordCheckIn(tx, deps, recording));
  if (refused) throw refused;
}

/** The same in a transaction that goes on; what it answers is thrown after the commit. */
export async function recordCheckIn(
  tx: Tx,
  deps: Deps,
  { id, check, actor, now }: Recording,
): Promise<Refusal | null> {
  await holdUser(tx, deps, actor.userId);
  const request = await lockRequest(tx, deps, id);
  if (!request) throw noSuchRequest();
  const assessment = await assess(tx, deps, { request, actor, now });
  await requireAllowed(tx, 'record_check', assessment);
  const refused = checkRefusal(check.kind, assessment.evidence, check.number);
  if (refused) throw refusal(refused);

  const made: NewCheck = {
    requestId: id,
    kind: check.kind,
    outcome: check.outcome,
    byId: actor.userId,
    at: now,
    note: check.note ?? null,
    numberEnding: check.kind === 'call_back' ? calledEnding(assessment, check) : null,
    toMobile: check.kind === 'call_back' ? mayBeMobile(assessment.evidence, check.number) : null,
  };
  if (check.kind === 'request_code' && check.outcome === 'pass') {
    const wrong = await countWrongCode(tx, deps, { request, typed: check.requestCode });
    if (wrong) {
      if (wrong.closes) await keepCheck(tx, deps, actor, { ...made, outcome: 'fail' });
      return wrong.refusal;
    }
  }
  await keepCheck(tx, deps, actor, made);
  return null;
}

/** Stores a check and puts the request where its evidence now stands, with its tier computed again. */
export async function keepCheck(
  tx: Tx,
  deps: Deps,
  actor: Pick<ActorRef, 'userId' | 'name'>,
  check: NewCheck,
): Promise<void> {
  const { requestId, kind, outcome, at } = check;
  await insertCheck(tx, deps, check);
  const request = await lockRequest(tx, deps, requestId);
  if (!request) throw noSuchRequest();
  const { situation, verdict, user } = await assess(tx, deps, { request, actor: null, now: at });
  const change = { tier: verdict.tier, reasons: JSON.stringify(verdict.reasons) };
  const state = undecidedState(situation);
  if (!(await changeWhere(tx, { id: requestId, from: ['open', 'verified'] }, { ...change, state })))
    throw await alreadyDecided(tx, requestId);
  await appendAudit(tx, deps, {
    at,
    action: 'reset_request.check_recorded',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId, kind, outcome, numberEnding: check.numberEnding ?? null },
  });
}

/** The last two digits of the number that was called; where they don't say which, of the first that may be called. */
function calledEnding({ evidence }: Assessment, { number }: CheckInput): string | null {
  const callable = evidence.numbers.filter(
    (candidate) =>
      (number === undefined || candidate.kind === number) && numberRefusal(candidate, evidence) === null,
  );
  return callable[0]?.value.slice(-2) ?? null;
}

/** Null where the code is right; else it was counted, once, by one statement (S-37). */
async function countWrongCode(
  tx: Tx,
  deps: Deps,
  { request, typed }: { request: RequestRow; typed: string | undefined },
): Promise<{ refusal: Refusal; closes: boolean } | null> {
  if (typed === undefined || typed.trim() === '') {
    const sentence = 'Enter the code that the caller reads out.';
    throw refuse('invalid_input', { detail: sentence, fields: { requestCode: sentence } });
  }
  if (request.code_hash !== null && isRequestCode(deps, typed, request.code_hash)) return null;
  const counted = await tx
    .updateTable('reset_requests')
    .set((eb) => ({ code_wrong_tries: eb('code_wrong_tries', '+', 1), version: eb('version', '+', 1) }))
    .where('id', '=', request.id)
    .where('code_wrong_tries', '<', REQUEST_CODE_TRIES)
    .returning('code_wrong_tries')
    .executeTakeFirst();
  const left = REQUEST_CODE_TRIES - (counted?.code_wrong_tries ?? REQUEST_CODE_TRIES);
  const sentence =
    left > 0
      ? `That is not the code on the requester’s screen. Ask the caller to read it again, letter by letter; ${left} ${left === 1 ? 'try is' : 'tries are'} left.`
      : 'That was the fifth wrong code, so this check is closed and counts as failed. The user can submit the request again for a fresh code.';
  return {
    closes: left === 0,
    refusal: refuse('wrong_request_code', { detail: sentence, fields: { requestCode: sentence } }),
  };
}
