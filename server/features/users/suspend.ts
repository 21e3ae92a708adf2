import type { Deps } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import type { AuditPerson } from '../../domain/audit/append.ts';
import { voidActivationCodes } from '../../domain/authenticators/activationStore.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { endLinks } from '../../domain/passwordLinks/store.ts';
import { endChallenges } from '../../domain/sessions/challengeStore.ts';
import { takeInvitationBack } from '../../domain/people/invitationStore.ts';
import { personOf } from '../../domain/people/people.ts';
import { setStatus } from '../../domain/people/store.ts';
import type { User } from '../../domain/people/people.ts';

/** What of reset requests a suspension ends. */
export interface ResetParts {
  /** The user's own open request is cancelled. */
  cancelForSuspension(tx: Tx, userId: string, by: AuditPerson | null, now: number): Promise<void>;
  /** Checks that they recorded and approvals that they gave no longer count. */
  voidPartsOf(tx: Tx, userId: string, now: number): Promise<void>;
}

interface Stopping {
  user: User;
  /** Null: the server by itself. */
  by: AuditPerson | null;
  now: number;
}

/** Suspends an active user, with its event. */
export async function suspend(
  tx: Tx,
  deps: Deps,
  resets: ResetParts,
  { user, by, now, data = {} }: Stopping & { data?: Record<string, unknown> },
): Promise<void> {
  await stopUser(tx, deps, resets, { user, by, now });
  await appendAudit(tx, deps, {
    at: now,
    action: 'user.suspended',
    actor: by,
    target: personOf(user),
    data: { staff: user.is_staff === 1, ...data },
  });
}

/** The same; its event is the caller's. Nothing that they began can be ended, and nothing that they vouched for counts. */
export async function stopUser(
  tx: Tx,
  deps: Deps,
  resets: ResetParts,
  { user, by, now }: Stopping,
): Promise<void> {
  await setStatus(tx, user.id, 'suspended');
  await endChallenges(tx, user.id);
  await voidActivationCodes(tx, user.id, now);
  await endLinks(tx, user.id, now);
  await takeInvitationBack(tx, user.id);
  await resets.cancelForSuspension(tx, user.id, by, now);
  await resets.voidPartsOf(tx, user.id, now);
  await mailUser(tx, deps, { userId: user.id, kind: 'account_suspended', at: now });
}
