import type { Deps } from '../../context.ts';
import { HOUR, rfc3339 } from '../../time.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailRecipient } from '../../domain/mail/enqueue.ts';
import type { Recipient } from '../../domain/mail/recipientStore.ts';
import { countLinksSince, insertLink } from '../../domain/passwordLinks/store.ts';
import { personOf } from '../../domain/people/people.ts';
import { userBySignInName } from '../../domain/people/store.ts';
import { lockFreeze } from '../../domain/settings/freezeStore.ts';

const FORGOTTEN_LINK_MS = HOUR;
/** Nobody's mailbox is flooded by a stranger who knows the username. */
const LINKS_AN_HOUR = 5;

/** In whose name is done what for an unknown user can't be. */
const STAND_IN: Recipient = {
  id: '00000000-0000-7000-8000-000000000000',
  username: 'somebody',
  name: 'Somebody Unknown',
  email: 'somebody@unknown.invalid',
  language: '',
};

/** Rolls back what was done for the stand-in. */
class NotKept extends Error {}

/**
 * Mails a link for a new password to whoever signs in with that name and may do so by password. False where nobody got one.
 *
 * SECURITY: for everybody else the same is done and not kept, or the next request of a stranger would tell by its time
 * whether there is such a user (issue 8.12).
 */
export async function sendForgottenLink(deps: Deps, signInName: string, now: number): Promise<boolean> {
  const { db } = deps;
  try {
    await db.transaction(async (tx) => {
      const frozen = await lockFreeze(tx, deps, 'passwords');
      const user = await userBySignInName(tx, signInName);
      const known = user?.status === 'active' && user.external === 0 ? user : null;
      const person = known ?? STAND_IN;
      const { id: userId } = person;
      const recent = { userId, purpose: 'forgotten', since: now - HOUR, now } as const;
      const flooded = (await countLinksSince(tx, recent)) >= LINKS_AN_HOUR;
      const expiresAt = now + FORGOTTEN_LINK_MS;
      const token = await insertLink(tx, deps, { userId, purpose: 'forgotten', now, expiresAt });
      await mailRecipient(tx, deps, person, {
        kind: 'password_link',
        at: now,
        params: { token, linkEndsAt: rfc3339(expiresAt) },
      });
      await appendAudit(tx, deps, {
        at: now,
        action: 'password.link_sent',
        actor: null,
        target: personOf(person),
        data: { purpose: 'forgotten' },
      });
      if (!known || flooded || frozen) throw new NotKept();
    });
    return true;
  } catch (error) {
    if (error instanceof NotKept) return false;
    throw error;
  }
}
