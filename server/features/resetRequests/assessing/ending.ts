import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';
import type { Reader } from '../../../db/connection.ts';
import { userById } from '../../../domain/people/store.ts';
import { readSettings } from '../../../domain/settings/current.ts';
import type { RequestRow } from '../store.ts';

/** Who decided and when, for those who come second; null while it is undecided. */
export interface Ending {
  decidedBy: { id: string; username: string; name: string } | null;
  decidedAt: number;
}

const DECIDED: readonly RequestRow['state'][] = ['approved', 'executing', 'completed', 'denied'];

export async function readEnding(reader: Reader, request: RequestRow): Promise<Ending | null> {
  if (request.state === 'open' || request.state === 'verified') return null;
  const user = request.decided_by === null ? undefined : await userById(reader, request.decided_by);
  const decided = DECIDED.includes(request.state);
  return {
    decidedBy: user ? { id: user.id, username: user.username, name: user.name } : null,
    decidedAt: (decided ? request.decided_at : request.ended_at) ?? request.opened_at,
  };
}

/** How a request ended; null while it is undecided. */
export async function endingOf(reader: Reader, request: RequestRow): Promise<Sentence | null> {
  const ending = await readEnding(reader, request);
  if (!ending) return null;
  const { timeZone } = await readSettings(reader);
  const at = { at: ending.decidedAt, as: 'moment', zone: timeZone } as const;
  const { state } = request;
  if (state === 'expired') return sentence('answers/resetRequests', 'endedExpired', { at });
  return ending.decidedBy
    ? sentence('answers/resetRequests', 'endedBy', { state, name: ending.decidedBy.name, at })
    : sentence('answers/resetRequests', 'ended', { state, at });
}
