import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps } from '../../context.ts';
import { HOUR, MINUTE, rfc3339 } from '../../time.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { voidActivationCodes } from '../../domain/authenticators/activationStore.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { endChallenges } from '../../domain/sessions/challengeStore.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { setPassword } from '../../domain/people/passwordStore.ts';
import { personOf } from '../../domain/people/people.ts';
import { userByUsername } from '../../domain/people/store.ts';
import type { User } from '../../domain/people/people.ts';
import { requireGoodPassword } from '../../domain/passwordLinks/goodPassword.ts';
import { countLinksSince, findLink, insertLink, spendLink } from '../../domain/passwordLinks/store.ts';
import type { Link } from '../../domain/passwordLinks/store.ts';

const FORGOTTEN_LINK_MS = HOUR;
/** Nobody's mailbox is flooded by a stranger who knows the username. */
const LINKS_AN_HOUR = 5;
/** After a set-up link, the person who followed it sets up MFA without an activation code. */
const SETUP_AFTER_LINK_MS = 30 * MINUTE;

export interface PasswordLinkService {
  /** Resolves before anything is decided: the answer tells nothing, not even by its time (S-11). */
  forgot(input: { username: string; now: number }): Promise<void>;
  /** What the page behind a link shows; the link stays good. Refuses with `invalid_token`. */
  lookAtLink(input: { token: string; now: number }): Promise<OutputOf<'password.lookAtLink'>>;
  /** Refuses with `invalid_token`, or `invalid_input` and a sentence about the password; the link stays good then. */
  confirm(input: { token: string; password: string; address: string | null; now: number }): Promise<void>;
  /** Resolves when the links asked for so far are in the outbox. */
  settled(): Promise<void>;
}

/** Passwords by mailed link. MFA is untouched by them, always: never password and MFA in one act. */
export function createPasswordLinkService(deps: Deps): PasswordLinkService {
  const running = new Set<Promise<void>>();

  async function sendLink(user: User, now: number): Promise<void> {
    await nextTurn();
    await deps.db.transaction(async (tx) => {
      const recent = { userId: user.id, purpose: 'forgotten', since: now - HOUR } as const;
      if ((await countLinksSince(tx, recent)) >= LINKS_AN_HOUR) return;
      const expiresAt = now + FORGOTTEN_LINK_MS;
      const token = await insertLink(tx, deps.random, {
        userId: user.id,
        purpose: 'forgotten',
        now,
        expiresAt,
      });
      await mailUser(tx, deps, {
        userId: user.id,
        kind: 'password_link',
        at: now,
        params: { token, linkEndsAt: rfc3339(expiresAt) },
      });
      await appendAudit(tx, deps, {
        at: now,
        action: 'password.link_sent',
        actor: null,
        target: personOf(user),
        data: { purpose: 'forgotten' },
      });
    });
    deps.events.publish({ kind: 'outbox' });
  }

  async function apply(tx: Tx, link: Link, passwordHash: string, now: number): Promise<boolean> {
    if (!(await spendLink(tx, link, now))) return false;
    // A set-up link to an account that had a password before is a password by mail, too.
    const forgotten = link.purpose === 'forgotten' || link.hadPassword;
    const changed = await setPassword(tx, link.userId, {
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
      const user = await userByUsername(deps.db.kysely, username);
      if (!user || user.status !== 'active' || user.external === 1) return;
      // SECURITY: not awaited, and begun after the answer is out: for an unknown user there is nothing to do, and a
      // stranger could measure the difference.
      const work = sendLink(user, now).catch((error: unknown) =>
        deps.log.error({ err: error, userId: user.id }, 'A password link could not be made.'),
      );
      running.add(work);
      void work.finally(() => running.delete(work));
    },
    async lookAtLink({ token, now }) {
      const link = await findLink(deps.db.kysely, token, now);
      if (!link) throw spent();
      return { username: link.username, first: !link.hadPassword };
    },
    async confirm({ token, password, address, now }) {
      const link = await findLink(deps.db.kysely, token, now);
      if (!link) throw spent();
      requireGoodPassword(password, link.username);
      const passwordHash = await deps.passwords.hash(password, { username: link.username, address });
      await deps.db.transaction(async (tx) => {
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
  return refuse('invalid_token', { detail: 'This link is no longer valid. Ask for a new one.' });
}
