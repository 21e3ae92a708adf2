import type { ResetReason } from '../../../../contract/schemas.ts';
import type { Deps, Origin } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { openRequest, submitAgain } from './open.ts';
import type { Opened } from './open.ts';
import { stopAll } from './stop.ts';

/** What somebody says who asks for their own reset. */
export interface Plea extends Origin {
  userId: string;
  /** After a right password at the code screen, or from this session. */
  source: 'sign_in' | 'session';
  sessionId?: string;
  reason: ResetReason | null;
  note: string | null;
  /** The codes of what they have count no more, as long as nobody says *this wasn't me*. */
  stopNow?: boolean;
  now: number;
}

/** The pending request with a fresh code (`again`), or a new one. Refuses as `openRequest` does. */
export async function askForOneself(
  tx: Tx,
  deps: Deps,
  { note, stopNow = false, sessionId, ...rest }: Plea,
): Promise<{ again: boolean; opened: Opened }> {
  const opening = { ...rest, userNote: note, staffNote: '', actor: null, existingCode: false };
  const renewed = await submitAgain(tx, deps, opening);
  const opened = renewed ?? (await openRequest(tx, deps, opening));
  if (stopNow) await stopAll(tx, deps, { ...rest, sessionId, requestId: opened.requestId });
  return { again: renewed !== undefined, opened };
}
