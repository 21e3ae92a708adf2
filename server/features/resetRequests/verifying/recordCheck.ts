import { sentence } from '../../../../contract/words/sentence.ts';
import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import type { Refusal } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { holdUser } from '../../../domain/people/store.ts';
import { asChanged, assess, lockAndAssess } from '../assessing/assess.ts';
import type { Assessment } from '../assessing/assess.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { claimByActing } from './claim.ts';
import { isRequestCode } from './requestCode.ts';
import { alreadyDecided, refusal, requireAllowed } from '../assessing/refuse.ts';
import { undecidedState } from '../rules/machine.ts';
import { REQUEST_CODE_TRIES, checkRefusal, mayBeMobile, numberRefusal } from '../rules/checks.ts';
import { insertCheck } from '../checkStore.ts';
import type { NewCheck } from '../checkStore.ts';
import { changeWhere, countWrongTry, UNDECIDED } from '../store.ts';
import type { RequestRow } from '../store.ts';

interface Recording {
  check: CheckInput;
  actor: ActorRef;
  now: number;
}

/**
 * Records one piece of evidence. What it answers is to be thrown after the commit: a wrong request code was counted, and
 * stays so.
 */
export async function recordCheck(
  tx: Tx,
  deps: Deps,
  { id, ...recording }: Recording & { id: string },
): Promise<Refusal | null> {
  const { actor, now } = recording;
  await holdUser(tx, deps, actor.userId);
  const assessment = await lockAndAssess(tx, deps, { id, actor, now });
  await requireAllowed(tx, 'record_check', assessment);
  await claimByActing(tx, deps, assessment, { actor, now });
  return (await recordAssessed(tx, deps, assessment, recording)).refusal;
}

/** The same of a request that was assessed for this verifier under those locks; answers how it stands then. */
export async function recordAssessed(
  tx: Tx,
  deps: Deps,
  assessment: Assessment,
  { check, actor, now }: Recording,
): Promise<{ refusal: Refusal | null; assessment: Assessment }> {
  await requireAllowed(tx, 'record_check', assessment);
  const { request, evidence } = assessment;
  const refused = checkRefusal(check.kind, evidence, check.number);
  if (refused) throw refusal(refused);

  const made: NewCheck = {
    requestId: request.id,
    kind: check.kind,
    outcome: check.outcome,
    byId: actor.userId,
    at: now,
    note: check.note ?? null,
    numberEnding: check.kind === 'call_back' ? calledEnding(assessment, check) : null,
    toMobile: check.kind === 'call_back' ? mayBeMobile(evidence, check.number) : null,
  };
  if (check.kind === 'request_code' && check.outcome === 'pass') {
    const wrong = await countWrongCode(tx, deps, { request, typed: check.requestCode });
    if (wrong) {
      const closed = { ...made, outcome: 'fail' } as const;
      const after = wrong.closes
        ? await keepCheck(tx, deps, assessment, { actor, check: closed })
        : assessment;
      return { refusal: wrong.refusal, assessment: after };
    }
  }
  return { refusal: null, assessment: await keepCheck(tx, deps, assessment, { actor, check: made }) };
}

/**
 * Stores a check and puts the request, which the caller has locked, where its evidence now stands, with its tier computed
 * again. Answers the assessment after it.
 */
export async function keepCheck(
  tx: Tx,
  deps: Deps,
  { request }: Pick<Assessment, 'request'>,
  { actor, check }: { actor: ActorRef; check: NewCheck },
): Promise<Assessment> {
  const { requestId, kind, outcome, at } = check;
  await insertCheck(tx, deps, check);
  const after = await assess(tx, deps, { request, actor, now: at });
  const { situation, verdict, user } = after;
  const { tier, reasons } = verdict;
  const change = { tier, reasons: JSON.stringify(reasons), state: undecidedState(situation) };
  if (!(await changeWhere(tx, { id: requestId, from: UNDECIDED }, change)))
    throw await alreadyDecided(tx, requestId);
  await appendAudit(tx, deps, {
    at,
    action: 'reset_request.check_recorded',
    actor: { id: actor.userId, name: actor.name },
    target: { id: user.id, name: user.name },
    data: { requestId, kind, outcome, numberEnding: check.numberEnding ?? null },
  });
  return asChanged(after, change);
}

/** The last two digits of the number that was called; where they don't say which, of the first that may be called. */
export function calledEnding(
  { evidence }: Pick<Assessment, 'evidence'>,
  { number }: Pick<CheckInput, 'number'>,
): string | null {
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
    const detail = sentence('answers/resetRequests', 'typeCode');
    throw refuse('invalid_input', { detail, fields: { requestCode: detail } });
  }
  if (request.code_hash !== null && isRequestCode(deps, typed, request.code_hash)) return null;
  const left = REQUEST_CODE_TRIES - (await countWrongTry(tx, request.id, REQUEST_CODE_TRIES));
  const detail =
    left > 0
      ? sentence('answers/resetRequests', 'wrongCode', { left })
      : sentence('answers/resetRequests', 'wrongCodeLast');
  return {
    closes: left === 0,
    refusal: refuse('wrong_request_code', { detail, fields: { requestCode: detail } }),
  };
}
