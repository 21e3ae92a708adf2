import { sentence } from '../../../../contract/words/sentence.ts';
import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { auditPerson } from '../../../domain/people/auditPerson.ts';
import { refuse } from '../../../refusal.ts';
import { endAsItStands } from '../assessing/end.ts';
import { requireAllowed } from '../assessing/refuse.ts';
import { standingOf } from '../assessing/standing.ts';
import { lockPendingOf } from '../store.ts';
import { proofSince } from './proof.ts';
import type { OwnSession } from './proof.ts';

/**
 * The user cancels their own request; the existing setup stays. Refuses with `no_open_request`, and with `forbidden` where it
 * says that the phone is lost and the session is from before.
 */
export async function cancelOwn(
  tx: Tx,
  deps: Pick<Deps, 'db' | 'keys' | 'random' | 'config'>,
  { now, ...session }: OwnSession & { now: number },
): Promise<void> {
  const { userId } = session;
  const by = await auditPerson(tx, userId);
  const request = await lockPendingOf(tx, userId);
  if (!request) throw nothingToCancel();
  const { signedInSince } = await proofSince(tx, session, request.opened_at);
  await requireAllowed(tx, 'cancel_own', {
    request,
    situation: { ...standingOf(request, now), signedInSince },
  });
  const end = { event: 'cancel', state: 'cancelled', by, now } as const;
  if (await endAsItStands(tx, deps, request, end)) throw nothingToCancel();
  await mailUser(tx, deps, { userId, kind: 'reset_cancelled', at: now, requestId: request.id });
}

function nothingToCancel() {
  return refuse('no_open_request', {
    detail: sentence('answers/resetRequests', 'nothingToCancel'),
  });
}
