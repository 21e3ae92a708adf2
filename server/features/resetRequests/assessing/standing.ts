import type { Situation } from '../rules/situation.ts';
import type { RequestRow } from '../store.ts';

/** What the request's row alone tells the machine. */
type Standing = Pick<
  Situation,
  | 'state'
  | 'now'
  | 'source'
  | 'saysLost'
  | 'paused'
  | 'reported'
  | 'decisionAskedAt'
  | 'hold'
  | 'expiresAt'
  | 'endedAt'
>;

/** @param now UTC ms */
export function standingOf(request: RequestRow, now: number): Standing {
  return {
    state: request.state,
    now,
    source: request.source,
    saysLost: request.reason === 'lost_or_stolen',
    paused: request.paused_at !== null,
    reported: request.suspected_attack === 1,
    decisionAskedAt: request.decision_asked_at,
    hold: holdOf(request, now),
    expiresAt: request.expires_at,
    endedAt: request.ended_at,
  };
}

function holdOf({ hold_ends_at }: RequestRow, now: number): Situation['hold'] {
  if (hold_ends_at === null) return 'waiting';
  return hold_ends_at <= now ? 'over' : 'running';
}
