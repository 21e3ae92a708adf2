import type { Reader } from '../../db/connection.ts';
import { UNDECIDED } from './store.ts';
import type { RequestRow } from './store.ts';

/** A worker does no more at one tick. */
const AT_ONCE = 200;

/** Requests whose time is up. One in its hold ends by that, unless it is paused. */
export async function idsToExpire(reader: Reader, now: number): Promise<string[]> {
  const due = await reader
    .selectFrom('reset_requests')
    .select('id')
    .where('pending', '=', 1)
    .where((eb) => eb.or([eb('state', 'in', UNDECIDED), eb('paused_at', 'is not', null)]))
    .where('expires_at', '<=', now)
    .limit(AT_ONCE)
    .execute();
  return due.map(({ id }) => id);
}

/** Requests whose hold is over, with whether there is an authenticator to remove; what waits longest first. */
export async function holdsThatEnd(
  reader: Reader,
  now: number,
): Promise<{ id: string; userId: string; mfaOn: boolean }[]> {
  const due = await reader
    .selectFrom('reset_requests')
    .innerJoin('users', 'users.id', 'reset_requests.user_id')
    .select(['reset_requests.id', 'user_id', 'mfa_state'])
    .where('pending', '=', 1)
    .where('state', '=', 'approved')
    .where('hold_ends_at', '<=', now)
    .where('paused_at', 'is', null)
    .orderBy('opened_at')
    .limit(AT_ONCE)
    .execute();
  return due.map(({ id, user_id, mfa_state }) => ({ id, userId: user_id, mfaOn: mfa_state !== 'off' }));
}

/** Every request in its hold. */
export function approvedRequests(reader: Reader): Promise<RequestRow[]> {
  return reader
    .selectFrom('reset_requests')
    .selectAll()
    .where('pending', '=', 1)
    .where('state', '=', 'approved')
    .execute();
}

/** Approved requests whose hold waits for the mail server. */
export async function holdsThatWait(reader: Reader): Promise<string[]> {
  const waiting = await reader
    .selectFrom('reset_requests')
    .select('id')
    .where('pending', '=', 1)
    .where('state', '=', 'approved')
    .where('hold_ends_at', 'is', null)
    .limit(AT_ONCE)
    .execute();
  return waiting.map(({ id }) => id);
}

/** Requests that wait for a verifier and that nobody is on, the oldest first; at most 1,000. */
export function unclaimed(reader: Reader, now: number): Promise<(RequestRow & { name: string })[]> {
  return reader
    .selectFrom('reset_requests')
    .innerJoin('users', 'users.id', 'reset_requests.user_id')
    .selectAll('reset_requests')
    .select('users.name')
    .where('reset_requests.pending', '=', 1)
    .where('reset_requests.state', 'in', UNDECIDED)
    .where((eb) =>
      eb.or([eb('reset_requests.claim_ends_at', 'is', null), eb('reset_requests.claim_ends_at', '<=', now)]),
    )
    .orderBy('reset_requests.opened_at')
    .orderBy('reset_requests.id')
    .limit(1000)
    .execute();
}
