import { setImmediate as nextTurn } from 'node:timers/promises';
import { sentence } from '../../../contract/words/sentence.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps } from '../../context.ts';
import { MINUTE } from '../../time.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { voidActivationCodes } from '../../domain/authenticators/activationStore.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { endChallenges } from '../../domain/sessions/challengeStore.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { requireNotFrozen } from '../../domain/settings/frozen.ts';
import { markInvitationOpened } from '../../domain/people/invitationStore.ts';
import { setPassword } from '../../domain/people/passwordStore.ts';
import { requireGoodPassword } from '../../domain/passwordLinks/goodPassword.ts';
import { findLink, spendLink } from '../../domain/passwordLinks/store.ts';
import type { Link } from '../../domain/passwordLinks/store.ts';
import { sendForgottenLink } from './sendForgottenLink.ts';

/** After a set-up link, the person who followed it sets up MFA without an activation code. */
const SETUP_AFTER_LINK_MS = 30 * MINUTE;

export interface PasswordLinkService {
  /** Resolves before anything is decided: the answer tells nothing, not even by its time (S-11). */
  forgot(input: { username: string; now: number }): Promise<void>;
  /** What the page behind a link shows; the link stays good. Refuses with `invalid_token`. */
  lookAtLink(input: { token: string; now: number }): Promise<OutputOf<'password.lookAtLink'>>;
  /** Refuses with `invalid_token`, with `frozen`, or with `invalid_input` and a sentence; the link stays good then. */
  confirm(input: { token: string; password: string; address: string | null; now: number }): Promise<void>;
  /** Resolves when the links asked for so far are in the outbox. */
  settled(): Promise<void>;
}

/** Passwords by mailed link. MFA is untouched by them, always: never password and MFA in one act. */
export function createPasswordLinkService(deps: Deps): PasswordLinkService {
  const running = new Set<Promise<void>>();

  async function sendLater(username: string, now: number): Promise<void> {
    await nextTurn();
    if (await sendForgottenLink(deps, username, now)) deps.events.publish({ kind: 'outbox' });
  }

  async function apply(tx: Tx, link: Link, passwordHash: string, now: number): Promise<boolean> {
    if (!(await spendLink(tx, link, now))) return false;
    // A set-up link to an account that had a password before is a password by mail, too.
    const forgotten = link.purpose === 'forgotten' || link.hadPassword;
    const changed = await setPassword(tx, deps.keys, link.userId, {
      password_hash: passwordHash,
      password_changed_at: now,
      ...(forgotten && { password_mailed_at: now }),
      // SECURITY: whoever reads the mailbox gets the password, and nothing that makes an enrolment (S-34).
      activation_waived_until: forgotten ? null : now + SETUP_AFTER_LINK_MS,
    });
    if (!changed) return false;
    if (forgotten) await voidActivationCodes(tx, link.userId, now);
    await endSessions(tx, link.userId);
    await endChallenges(tx, link.userId);
    const person = { id: link.userId, name: link.name };
    const kind = link.hadPassword ? 'password_changed' : 'password_set';
    await mailUser(tx, deps, { userId: link.userId, kind, at: now });
    await appendAudit(tx, deps, {
      at: now,
      action: 'password.set_by_link',
      actor: person,
      target: person,
      data: { purpose: link.purpose },
    });
    return true;
  }

  return {
    async forgot({ username, now }) {
      // SECURITY: not awaited, and begun after the answer is out, the look-up too.
      const work = sendLater(username, now).catch((error: unknown) =>
        deps.log.error({ err: error }, 'A password link could not be made.'),
      );
      running.add(work);
      void work.finally(() => running.delete(work));
    },
    async lookAtLink({ token, now }) {
      const link = await findLink(deps.db.kysely, deps.keys, { token, now });
      if (!link) throw spent();
      if (link.purpose === 'set_up') await markInvitationOpened(deps.db.kysely, link.userId);
      return { username: link.username, first: !link.hadPassword };
    },
    async confirm({ token, password, address, now }) {
      const link = await findLink(deps.db.kysely, deps.keys, { token, now });
      if (!link) throw spent();
      requireGoodPassword(password, link.username);
      const passwordHash = await deps.passwords.hash(password, { username: link.username, address });
      await deps.db.transaction(async (tx) => {
        await requireNotFrozen(tx, deps, 'passwords');
        // Thrown, so that nothing of it stays.
        if (!(await apply(tx, link, passwordHash, now))) throw spent();
      });
      deps.events.publish({ kind: 'me', id: link.userId });
    },
    async settled() {
      await Promise.all(running);
    },
  };
}

function spent(): Error {
  return refuse('invalid_token', { detail: sentence('answers/signIn', 'linkSpent') });
}
