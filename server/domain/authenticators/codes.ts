import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { HOUR, isDueAgain, MINUTE } from '../../time.ts';
import type { Tx } from '../../db/connection.ts';
import { changedBy } from '../../db/prepared.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { appendAudit } from '../audit/append.ts';
import { noteFactor } from '../audit/origin.ts';
import { mailUser } from '../mail/enqueue.ts';
import {
  countCode,
  forgetWrongCodes,
  recordWrongCode,
  unlockLastAdministrator,
} from '../people/wrongCodeStore.ts';
import type { User } from '../people/people.ts';
import { LONGEST_DELAY, MOST_SINCE_RIGHT } from '../people/rules/wrongCodes.ts';
import { userById } from '../people/store.ts';
import { readCode } from './readCode.ts';
import type { TypedCode, WrongCode } from './readCode.ts';
import { holdProven, spendSteps } from './store.ts';

/** Wrong codes in a row at which an account is locked (policy default). */
const LOCK_AT = 10;
const SLOW_FROM = 5;
/** A lock on the last active administrator ends by itself, or nobody could lift it. */
const LAST_ADMINISTRATOR_LOCK_MS = 15 * MINUTE;

type CodeDeps = Pick<Deps, 'keys' | 'random' | 'db' | 'config'>;

export type CodeVerdict =
  | { kind: 'right'; authenticatorId: string }
  /** `inARow` counts this one. */
  | { kind: 'wrong'; inARow: number; driftSeconds: number | null }
  | { kind: 'slowed'; retryAfter: number }
  | { kind: 'locked' }
  | { kind: 'not_on' };

/** Seconds before the next code is looked at: 5 from the fifth wrong one, doubling to 60. */
export function slowedBy(wrongInARow: number): number {
  return wrongInARow < SLOW_FROM ? 0 : Math.min(LONGEST_DELAY, 5 * 2 ** (wrongInARow - SLOW_FROM));
}

/**
 * Evaluates a current code of any of a user's authenticators: at sign-in, step-up, disable and move alike. The attempt
 * is counted before the code is looked at, by one conditional write that also locks the row; count, step and verdict
 * commit together, so that the caller must answer only after the commit and must not throw before it (S-05).
 */
export type EvaluateCode = (tx: Tx, typed: TypedCode) => Promise<CodeVerdict>;

/** @param onRight what else a right code means, wherever it was entered; in the same transaction */
export function createEvaluateCode(
  deps: CodeDeps,
  onRight: (tx: Tx, whose: { userId: string; now: number }) => Promise<void>,
): EvaluateCode {
  return async (tx, typed) => {
    const verdict = await evaluateCode(tx, deps, typed);
    if (verdict.kind === 'right') await onRight(tx, typed);
    return verdict;
  };
}

async function evaluateCode(tx: Tx, deps: CodeDeps, { userId, code, now }: TypedCode): Promise<CodeVerdict> {
  const counted = await countOrUnlock(tx, userId, now);
  if (!counted) return whyNotEvaluated(tx, userId, now);

  const looked = await lookAtCode(tx, deps, { userId, code, now });
  if (looked.kind !== 'wrong') return looked;
  return wrongCode(tx, deps, { ...looked, counted, now });
}

/** Counts the code; where the account is locked, a lock that ends by itself may be over. */
async function countOrUnlock(tx: Tx, userId: string, now: number): Promise<User | undefined> {
  const counted = await countCode(tx, userId, now);
  if (counted || !(await unlockLastAdministrator(tx, userId, { lasts: LAST_ADMINISTRATOR_LOCK_MS, now })))
    return counted;
  return countCode(tx, userId, now);
}

/** What a wrong code that was counted leads to. */
export async function wrongCode(
  tx: Tx,
  deps: CodeDeps,
  {
    counted,
    driftSeconds,
    usedBefore,
    stopped,
    now,
  }: Omit<WrongCode, 'kind'> & { counted: User; now: number },
): Promise<Exclude<CodeVerdict, { kind: 'right' }>> {
  await tellOfWrongCode(tx, deps, { ...counted, userId: counted.id, driftSeconds, usedBefore, stopped, now });
  if (isLocking(counted)) return { kind: 'locked' };
  return { kind: 'wrong', inARow: counted.wrong_codes, driftSeconds };
}

type LookedAt = { kind: 'right'; authenticatorId: string } | { kind: 'not_on' } | WrongCode;

/**
 * Looks at a code that was counted by whoever asks, and spends it where it is right: that ends the row of wrong ones at the
 * account.
 */
export async function lookAtCode(
  tx: Tx,
  deps: Pick<Deps, 'keys'>,
  { userId, code, now }: TypedCode,
): Promise<LookedAt> {
  const held = await holdProven(tx, userId);
  if (held.length === 0) return { kind: 'not_on' };
  const read = readCode(deps, held, { userId, code, now });
  if (read.kind === 'wrong') return read;
  for (const spend of spendSteps(tx, read.spends, now))
    if (changedBy(await tx.executeQuery(spend)) !== 1)
      return { kind: 'wrong', driftSeconds: null, usedBefore: true, stopped: false };
  noteFactor('code');
  await tx.executeQuery(forgetWrongCodes(tx, userId));
  return { kind: 'right', authenticatorId: read.authenticatorId };
}

/** The tenth in a row, or the last that an authenticator is good for. */
function isLocking(counted: Pick<User, 'wrong_codes' | 'wrong_codes_since_right'>): boolean {
  return counted.wrong_codes >= LOCK_AT || counted.wrong_codes_since_right >= MOST_SINCE_RIGHT;
}

async function whyNotEvaluated(tx: Tx, userId: string, now: number): Promise<CodeVerdict> {
  const user = await userById(tx, userId);
  if (!user || user.mfa_state === 'off') return { kind: 'not_on' };
  if (user.locked_at !== null) return { kind: 'locked' };
  return { kind: 'slowed', retryAfter: Math.max(1, Math.ceil((user.next_code_at - now) / 1000)) };
}

async function tellOfWrongCode(
  tx: Tx,
  deps: CodeDeps,
  input: {
    userId: string;
    name: string;
    wrong_codes: number;
    wrong_codes_since_right: number;
    wrong_code_mailed_at: number | null;
    driftSeconds: number | null;
    usedBefore: boolean;
    stopped: boolean;
    now: number;
  },
): Promise<void> {
  const { userId, name, wrong_codes: inARow, now } = input;
  const locks = isLocking(input);
  // The first wrong code after a right password is mailed, then at most one an hour (S-14).
  const mails = isDueAgain(input.wrong_code_mailed_at, HOUR, now);
  await recordWrongCode(tx, userId, {
    next_code_at: now + slowedBy(inARow) * 1000,
    clock_drift_seconds: input.driftSeconds,
    ...(locks ? { locked_at: now } : {}),
    ...(mails ? { wrong_code_mailed_at: now } : {}),
  });
  const person = { id: userId, name };
  await appendAudit(tx, deps, {
    at: now,
    action: 'mfa.wrong_code',
    actor: person,
    target: person,
    tried: 'code',
    data: {
      inARow,
      ...(input.usedBefore ? { usedBefore: true } : {}),
      ...(input.stopped ? { stopped: true } : {}),
    },
  });
  if (mails) await mailUser(tx, deps, { userId, kind: 'wrong_code', at: now });
  if (locks) {
    await appendAudit(tx, deps, {
      at: now,
      action: 'mfa.locked',
      actor: null,
      target: person,
      tried: 'code',
      data: { inARow, sinceRight: input.wrong_codes_since_right },
    });
    await mailUser(tx, deps, { userId, kind: 'locked', at: now });
  }
}

/** What to answer for a code that was not right. `status` is 401 on the sign-in screens, 403 under a session. */
export function refusalOf(
  verdict: Exclude<CodeVerdict, { kind: 'right' }>,
  { status, now }: { status: 401 | 403; now: number },
): Refusal {
  switch (verdict.kind) {
    case 'locked':
      return refuse('locked', {
        detail: sentence('answers/signIn', 'locked'),
      });
    case 'slowed':
      return tooManyCodes(verdict.retryAfter);
    case 'not_on':
      return refuse('mfa_not_on', { detail: sentence('answers/signIn', 'mfaNotOn') });
    case 'wrong':
      if (slowedBy(verdict.inARow) > 0) return tooManyCodes(slowedBy(verdict.inARow));
      return refuse('invalid_code', {
        status,
        detail: wrongCodeSentence(verdict.inARow),
        // From the second on the screen shows the time here, because a phone's clock is the usual reason.
        extra: verdict.inARow >= 2 ? { serverTime: new Date(now).toISOString() } : {},
      });
  }
}

function wrongCodeSentence(inARow: number): Sentence {
  return sentence('answers/signIn', 'wrongCode', { again: inARow >= 2 ? 'yes' : 'no' });
}

function tooManyCodes(retryAfter: number): Refusal {
  return refuse('too_many_attempts', {
    retryAfter,
    detail: sentence('answers/signIn', 'tooManyCodes', { seconds: retryAfter }),
  });
}
