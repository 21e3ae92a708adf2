import type { Reader } from '../../../db/connection.ts';
import { userById } from '../../../domain/people/store.ts';
import type { RequestRow } from '../store.ts';

/** Who decided and when, for those who come second; null while it is undecided. */
export interface Ending {
  decidedBy: { id: string; username: string; name: string } | null;
  decidedAt: number;
}

export async function readEnding(reader: Reader, request: RequestRow): Promise<Ending | null> {
  if (request.state === 'open' || request.state === 'verified') return null;
  const user = request.decided_by === null ? undefined : await userById(reader, request.decided_by);
  const decided = request.state === 'approved' || request.state === 'completed' || request.state === 'denied';
  return {
    decidedBy: user ? { id: user.id, username: user.username, name: user.name } : null,
    decidedAt: (decided ? request.decided_at : request.ended_at) ?? request.opened_at,
  };
}

const VERBS: Record<RequestRow['state'], string> = {
  open: '',
  verified: '',
  approved: 'approved',
  completed: 'approved and reset',
  denied: 'denied',
  cancelled: 'cancelled',
  vetoed: 'stopped',
  expired: 'expired',
};

/** How a request ended, as a sentence; null while it is undecided. */
export async function endingOf(reader: Reader, request: RequestRow): Promise<string | null> {
  const ending = await readEnding(reader, request);
  if (!ending) return null;
  const at = `${new Date(ending.decidedAt).toISOString().slice(0, 16).replace('T', ' at ')} UTC`;
  if (request.state === 'expired') return `This request expired on ${at}.`;
  const by = ending.decidedBy ? ` by ${ending.decidedBy.name}` : '';
  return `This request was ${VERBS[request.state]}${by} on ${at}.`;
}
