import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { stopAuthenticators } from '../../../domain/authenticators/stopping.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { endSessions } from '../../../domain/sessions/store.ts';

/**
 * Whoever reports the phone as lost or stolen stops it now, if they choose to: every one that counts, for at the code screen
 * nobody can say which. The session that says so stays. The request goes on. Under the lock that opening took.
 */
export async function stopAll(
  tx: Tx,
  deps: Deps,
  {
    userId,
    requestId,
    sessionId,
    now,
  }: { userId: string; requestId: string; sessionId?: string | undefined; now: number },
): Promise<void> {
  const person = await auditPerson(tx, userId);
  const stop = { whose: person, by: person, ids: null, requestId, now };
  if (await stopAuthenticators(tx, deps, stop))
    await endSessions(tx, userId, sessionId === undefined ? {} : { except: sessionId });
}
