import { sentence } from '../../../../contract/words/sentence.ts';
import { rfc3339 } from '../../../time.ts';
import type { Reader } from '../../../db/connection.ts';
import { refuse } from '../../../refusal.ts';
import type { Refusal } from '../../../refusal.ts';
import type { RequestEvent, SituationOf } from '../rules/machine.ts';
import { refusalOf } from '../rules/machine.ts';
import type { Refused } from '../rules/refusal.ts';
import { endingOf, readEnding } from './ending.ts';
import { requestById } from '../store.ts';
import type { RequestRow } from '../store.ts';

export const noSuchRequest = (): Refusal =>
  refuse('not_found', {
    detail: sentence('answers/resetRequests', 'noSuchRequest'),
  });

/** Throws what the machine answers where the event may not happen now. */
export async function requireAllowed<Event extends RequestEvent>(
  reader: Reader,
  event: Event,
  { request, situation }: { request: Pick<RequestRow, 'id'>; situation: SituationOf<Event> },
): Promise<void> {
  const refused = refusalOf(event, situation);
  if (refused) throw await refusalFor(reader, request.id, refused);
}

/** A refusal of the machine as it is answered: whoever comes second is told who decided and when. */
export function refusalFor(reader: Reader, requestId: string, refused: Refused): Promise<Refusal> {
  return refused.code === 'already_decided'
    ? alreadyDecided(reader, requestId)
    : Promise.resolve(refusal(refused));
}

export function refusal({ code, sentence: detail }: Refused, retryAfter?: number): Refusal {
  return refuse(code, { detail, retryAfter });
}

/** For whoever comes second: who decided and when (S-33). */
export async function alreadyDecided(reader: Reader, requestId: string): Promise<Refusal> {
  const request: RequestRow | undefined = await requestById(reader, requestId);
  if (!request) return noSuchRequest();
  const ending = await readEnding(reader, request);
  return refuse('already_decided', {
    detail: (await endingOf(reader, request)) ?? sentence('answers/resetRequests', 'changedJustNow'),
    extra: {
      state: request.state,
      decidedBy: ending?.decidedBy ?? null,
      decidedAt: ending ? rfc3339(ending.decidedAt) : null,
    },
  });
}
