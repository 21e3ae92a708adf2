import type { Deps } from '../../../context.ts';
import { unseal } from '../../../crypto/seal.ts';
import type { Reader, Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { ATTESTATIONS } from '../../../domain/systems/attestor.ts';
import { answerFor, wasCodeRead } from '../rules/answering.ts';
import type { CheckRow } from '../checkStore.ts';
import { requestById } from '../store.ts';
import { codeContext } from './ask.ts';
import {
  attestationByFlow,
  changeAttestation,
  lockAttestation,
  verifiedBy,
  waitingOn,
} from './attestationStore.ts';
import type { AttestationRow } from './attestationStore.ts';

type AnswerDeps = Pick<Deps, 'keys' | 'random'>;

/**
 * A request was decided and is carried out: who waits for it is answered, in the same transaction. *Verified* only where the code of
 * the page that waits was read out, and what stands there is as a server wrote it.
 */
export async function answerWaiting(
  tx: Tx,
  deps: AnswerDeps,
  { requestId, checks, now }: { requestId: string; checks: readonly CheckRow[]; now: number },
): Promise<void> {
  for (const row of await waitingOn(tx, requestId, now)) {
    const read = wasCodeRead(checks) && ATTESTATIONS.isAsWritten(deps.keys, row);
    const request = { decidedWell: true, over: false };
    const answer = answerFor({ endsAt: row.ends_at, read, request }, now);
    if (answer !== null) await write(tx, deps, row, { answer, now });
  }
}

/** *This wasn't me* after the answer: what wasn't fetched yet isn't given any more. */
export async function takeBackAnswers(
  tx: Tx,
  deps: AnswerDeps,
  { requestId, now }: { requestId: string; now: number },
): Promise<void> {
  for (const row of await verifiedBy(tx, requestId))
    await write(tx, deps, row, { answer: 'failed', now, from: 'verified' });
}

export interface Standing {
  id: string;
  answer: 'verified' | 'failed' | null;
}

/** How the question of a browser stands; what is over without a good end is *failed* from now on. Undefined where there is none. */
export async function conclude(
  tx: Tx,
  deps: Deps,
  { flow, now }: { flow: string; now: number },
): Promise<Standing | undefined> {
  const row = await lockAttestation(tx, deps.db, flow);
  if (!row) return undefined;
  const answer = row.answer ?? (await answerNow(tx, row, now));
  if (row.answer !== null || answer === null) return { id: row.id, answer };
  await write(tx, deps, row, { answer: 'failed', now });
  return { id: row.id, answer: 'failed' };
}

/** What the page that waits shows; changes nothing. */
export async function lookAtQuestion(
  reader: Reader,
  { keys }: Pick<Deps, 'keys'>,
  { flow, now }: { flow: string; now: number },
): Promise<{ code: string; endsAt: number; isOver: boolean } | undefined> {
  const row = await attestationByFlow(reader, flow);
  if (!row) return undefined;
  const isOver = (row.answer ?? (await answerNow(reader, row, now))) !== null;
  return { code: unseal(keys, codeContext(row.id), row.sealed_code), endsAt: row.ends_at, isOver };
}

/** *Verified* is written where the request is carried out, and nowhere else: what isn't answered by then has failed. */
async function answerNow(reader: Reader, row: AttestationRow, now: number): Promise<'failed' | null> {
  const request = row.request_id === null ? undefined : await requestById(reader, row.request_id);
  const known = request ? { decidedWell: false, over: request.pending === 0 } : null;
  return answerFor({ endsAt: row.ends_at, read: false, request: known }, now) === null ? null : 'failed';
}

async function write(
  tx: Tx,
  deps: AnswerDeps,
  row: AttestationRow,
  { answer, now, from = null }: { answer: 'verified' | 'failed'; now: number; from?: 'verified' | null },
): Promise<void> {
  if (!(await changeAttestation(tx, deps.keys, { row, from }, { answer, answered_at: now }))) return;
  const target = row.user_id === null ? null : await auditPerson(tx, row.user_id);
  const data = { attestationId: row.id, answer, ...(row.request_id ? { requestId: row.request_id } : {}) };
  await appendAudit(tx, deps, { at: now, action: 'attestation.answered', actor: null, target, data });
}
