import type { Deps } from '../../context.ts';
import { DAY, rfc3339 } from '../../time.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../audit/append.ts';
import type { AuditPerson } from '../audit/append.ts';
import { mailUser } from '../mail/enqueue.ts';
import { insertLink } from './store.ts';

/** How long a set-up link is good for. */
export const SET_UP_LINK_MS = 7 * DAY;

/** Mails a link by which a new user sets their password; an earlier one ends. In the transaction of what asks for it; `again` to somebody who was there. */
export async function sendSetUpLink(
  tx: Tx,
  deps: Deps,
  { user, by, again, now }: { user: AuditPerson; by: AuditPerson | null; again: boolean; now: number },
): Promise<void> {
  const expiresAt = now + SET_UP_LINK_MS;
  const token = await insertLink(tx, deps.random, { userId: user.id, purpose: 'set_up', now, expiresAt });
  await mailUser(tx, deps, {
    userId: user.id,
    kind: 'set_up_link',
    at: now,
    params: { token, linkEndsAt: rfc3339(expiresAt) },
  });
  await appendAudit(tx, deps, {
    at: now,
    action: 'password.link_sent',
    actor: by,
    target: user,
    data: { purpose: 'set_up', ...(again ? { again } : {}) },
  });
}
