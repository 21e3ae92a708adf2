import type { Deps } from '../../../context.ts';
import type { Tx } from '../../../db/connection.ts';
import { appendAudit } from '../../../domain/audit/append.ts';
import { provenOf, removeProven } from '../../../domain/authenticators/factorStore.ts';
import { namedData, nameInMail } from '../../../domain/authenticators/names.ts';
import { removeAuthenticator } from '../../../domain/authenticators/state.ts';
import { removePending } from '../../../domain/authenticators/store.ts';
import { mailUser } from '../../../domain/mail/enqueue.ts';
import { setMfaState } from '../../../domain/people/mfaStore.ts';
import type { User } from '../../../domain/people/people.ts';
import { targetsIn, whatGoes } from '../rules/targets.ts';
import type { Targets } from '../rules/targets.ts';
import type { RequestRow } from '../store.ts';
import { checkLines } from '../verifying/checkLines.ts';

/** What an approved request removes of what its person has now. */
export async function targetsNow(tx: Tx, request: RequestRow): Promise<Targets> {
  return whatGoes(targetsIn(request), await provenOf(tx, request.user_id));
}

/** The whole setup goes: the next sign-in leads into another (S-22). */
export async function removeAll(
  tx: Tx,
  { keys }: Pick<Deps, 'keys'>,
  { id, user_id: userId }: RequestRow,
  now: number,
): Promise<void> {
  if (await removeAuthenticator(tx, keys, { userId, now, setupDue: true })) return;
  throw new Error(`Reset request ${id} is approved, but there is no authenticator to remove.`);
}

/** Those that are named go, and MFA stays on by what is left: no setup follows, and no activation code. */
export async function removeNamed(
  tx: Tx,
  deps: Deps,
  { request, user, ids, now }: { request: RequestRow; user: User; ids: readonly string[]; now: number },
): Promise<void> {
  const userId = user.id;
  const target = { id: userId, name: user.name };
  const removed = ids.length === 0 ? [] : await removeProven(tx, { userId, ids });
  await removePending(tx, userId);
  await setMfaState(tx, { userId, from: ['reset_pending'], state: 'on', now });
  const checks = await checkLines(tx, request.id);
  for (const { name } of removed) {
    const data = { requestId: request.id, ...namedData(name) };
    const event = { at: now, action: 'mfa.authenticator_reset', actor: null, target, data } as const;
    await appendAudit(tx, deps, event);
    const params = { authenticator: nameInMail(name), checks };
    await mailUser(tx, deps, { userId, kind: 'reset_done_named', at: now, requestId: request.id, params });
  }
}
