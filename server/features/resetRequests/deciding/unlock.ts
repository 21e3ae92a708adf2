import { sentence } from '../../../../contract/words/sentence.ts';
import type { CheckInput } from '../../../../contract/operations/resetRequests.ts';
import { lockFreeze } from '../../../domain/settings/freezeStore.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import type { User } from '../../../domain/people/people.ts';
import { MOST_SINCE_RIGHT } from '../../../domain/people/rules/wrongCodes.ts';
import { unlockAccount } from '../../../domain/people/wrongCodeStore.ts';
import { holdUser, userById } from '../../../domain/people/store.ts';
import { readActingPerson } from '../assessing/assess.ts';
import { readNumbers } from '../assessing/facts.ts';
import { readMoment } from '../../../domain/secondPerson/moment.ts';
import type { ActorRef } from '../../../domain/secondPerson/moment.ts';
import { refusal } from '../assessing/refuse.ts';
import { checkRefusal } from '../rules/checks.ts';
import type { EvidenceFacts } from '../rules/checks.ts';
import { refusalOf } from '../rules/machine.ts';
import type { Situation } from '../rules/situation.ts';
import { missingForUnlock } from '../rules/unlockEvidence.ts';
import { linesOf } from '../verifying/checkLines.ts';
import { calledEnding } from '../verifying/recordCheck.ts';
import { readTarget } from './withoutRequest.ts';

export interface Unlock {
  userId: string;
  /** What was made before, as for a direct reset; there is no request that could keep it, so the audit event does. */
  checks: readonly CheckInput[];
  note: string | null;
  actor: ActorRef;
  now: number;
}

/**
 * Unlocks an account that too many wrong codes locked, by the evidence of the standard tier (S-102); its setup stays. Refuses
 * with the machine's codes, and with those of a check that proves nothing.
 */
export async function unlock(tx: Tx, deps: Deps, input: Unlock): Promise<void> {
  const { userId, checks, actor, now } = input;
  const frozen = await lockFreeze(tx, deps, 'resets');
  await holdUser(tx, deps, actor.userId);
  const user = await userById(tx, userId);
  if (!user) throw refuse('not_found', { detail: sentence('answers/resetRequests', 'noPerson') });
  const moment = await readMoment(tx, now);
  const situation = {
    actor: await readActingPerson(tx, actor, moment),
    ...(await readTarget(tx, deps.keys, user, now)),
    lock: lockOf(user),
    missing: missingForUnlock(moment.policy.tiers.standard, checks),
    frozen,
  } as const;
  const refused = refusalOf('unlock', situation);
  if (refused) throw refusal(refused);
  const evidence: EvidenceFacts = {
    reason: null,
    numbers: await readNumbers(tx, user),
    hasRequestCode: false,
    requestCodeClosed: false,
    now,
  };
  for (const { kind, number } of checks) {
    const proves = checkRefusal(kind, evidence, number);
    if (proves) throw refusal(proves);
  }
  // Somebody else unlocked it meanwhile, or a code was entered that locks for good.
  if (!(await unlockAccount(tx, userId)))
    throw refuse('not_locked', {
      detail: sentence('answers/resetRequests', 'accountChanged', { name: user.name }),
    });
  await tell(tx, deps, input, { user, evidence });
}

function lockOf({ locked_at, wrong_codes_since_right }: User): Situation['lock'] {
  if (locked_at === null) return 'none';
  return wrong_codes_since_right < MOST_SINCE_RIGHT ? 'liftable' : 'for_good';
}

async function tell(
  tx: Tx,
  deps: Deps,
  { userId, checks, note, actor, now }: Unlock,
  { user, evidence }: { user: User; evidence: EvidenceFacts },
): Promise<void> {
  const made = checks.map((check) => ({
    ...check,
    number_ending: check.kind === 'call_back' ? calledEnding({ evidence }, check) : null,
    by_id: actor.userId,
    at: now,
  }));
  await appendAudit(tx, deps, {
    at: now,
    action: 'mfa.unlocked',
    actor: { id: actor.userId, name: actor.name },
    target: { id: userId, name: user.name },
    data: {
      checks: made.map(({ kind, outcome, number_ending, note: said = null }) => ({
        kind,
        outcome,
        numberEnding: number_ending,
        note: said,
      })),
      note,
    },
  });
  const passed = made.filter(({ outcome }) => outcome === 'pass');
  const params = { by: actor.name, checks: await linesOf(tx, passed) };
  await mailUser(tx, deps, { userId, kind: 'unlocked', at: now, params });
}
