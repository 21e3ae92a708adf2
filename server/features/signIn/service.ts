import { sentence } from '../../../contract/words/sentence.ts';
import { endSession } from '../../domain/sessions/store.ts';
import { completeSignIn } from '../../domain/sessions/completeSignIn.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps, MadeSession, Origin } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import type { CurrentPolicy } from '../../domain/policy/current.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { graceEnd } from '../../domain/policy/grace.ts';
import { keepInForce } from '../../domain/policy/store.ts';
import { lockByPassword } from '../../domain/people/lockStore.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { startGrace } from '../../domain/people/graceStore.ts';
import { personOf, usernameKey } from '../../domain/people/people.ts';
import { userByUsername } from '../../domain/people/store.ts';
import { readAccount, stepAfterPassword } from '../../domain/sessions/account.ts';
import type { Account } from '../../domain/sessions/account.ts';
import { createChallenge } from '../../domain/sessions/challengeStore.ts';
import type { JudgePassword } from '../../domain/sessions/judgePassword.ts';
import type { Verify } from './verify.ts';

type StartOutcome =
  { outcome: 'signed_in'; made: MadeSession } | Exclude<OutputOf<'signIn.start'>, { outcome: 'signed_in' }>;

export type SignInService = ReturnType<typeof createSignInService>;

/** Signing in by password, then by code: product, *Signing in*. */
export function createSignInService(deps: Deps, { judge, verify }: { judge: JudgePassword; verify: Verify }) {
  /** The first sign-in under a rule starts the person's grace. */
  async function startGraceOf(tx: Tx, account: Account, policy: CurrentPolicy, now: number): Promise<void> {
    const { timeZone } = await readSettings(tx);
    const end = graceEnd(now, policy.document.graceDays, timeZone);
    const grace = { endsAt: end, policyVersion: policy.version };
    if (!(await startGrace(tx, account.user.id, grace))) return;
    const params = { dueAt: rfc3339(end) };
    await mailUser(tx, deps, { userId: account.user.id, kind: 'mfa_now_required', at: now, params });
  }

  async function afterPassword(
    tx: Tx,
    userId: string,
    ctx: Origin & { now: number },
  ): Promise<StartOutcome | null> {
    const { now, address, userAgent } = ctx;
    const policy = await currentPolicy(tx);
    const account = await readAccount(tx, userId, policy, now);
    const step = account && stepAfterPassword(account);
    if (!step) return null;
    const startsGrace = step === 'signed_in_with_grace' && account.user.grace_ends_at === null;
    // A save that overlaps was faster: its version decides.
    if (startsGrace && !(await keepInForce(tx, deps, policy.version))) return afterPassword(tx, userId, ctx);
    if (step === 'code') {
      const made = await createChallenge(tx, deps, { userId, purpose: 'code', now, address, userAgent });
      return { outcome: 'code_required', challenge: made.challenge, expiresAt: rfc3339(made.expiresAt) };
    }
    if (step === 'setup') {
      const made = await createChallenge(tx, deps, { userId, purpose: 'setup', now, address, userAgent });
      return {
        outcome: 'setup_required',
        challenge: made.challenge,
        expiresAt: rfc3339(made.expiresAt),
        activationRequired: account.activationRequired,
      };
    }
    if (startsGrace) await startGraceOf(tx, account, policy, now);
    return {
      outcome: 'signed_in',
      made: await completeSignIn(tx, deps, { account, policy, via: 'password', ...ctx }),
    };
  }

  return {
    /**
     * The first step. A wrong password, an unknown user, a suspended one and one who can only sign in by SSO get one answer,
     * in the same time (S-11).
     */
    async start(
      input: { username: string; password: string },
      ctx: Origin & { now: number },
    ): Promise<StartOutcome> {
      const { now, address } = ctx;
      const username = usernameKey(input.username);
      const user = await userByUsername(deps.db.kysely, username);
      const verdict = await judge({ username, password: input.password, user, address, now });
      const { right, delay } = verdict;
      const verifiedHash = right && user?.external === 0 ? user.password_hash : null;
      const proven = user && verifiedHash !== null ? { userId: user.id, verifiedHash } : null;
      if (!proven && delay > 0) throw tooManyPasswords(delay);

      const outcome = await deps.db.transaction(async (tx) => {
        const isStill = proven !== null && (await lockByPassword(tx, proven));
        const led = isStill ? await afterPassword(tx, proven.userId, ctx) : null;
        if (led) {
          await verdict.accept(tx);
          return led;
        }
        await verdict.refuse(tx);
        if (user) {
          const target = personOf(user);
          const event = { at: now, action: 'sign_in.password_wrong', actor: null, target } as const;
          await appendAudit(tx, deps, { ...event, tried: 'password' });
        }
        return null;
      });
      if (outcome) return outcome;
      if (delay > 0) throw tooManyPasswords(delay);
      throw refuse('invalid_credentials', {
        detail: sentence('answers/signIn', 'noMatch'),
      });
    },

    /** Ends this session; the person's others go on. */
    async signOut({ userId, sessionId }: { userId: string; sessionId: string }): Promise<void> {
      await endSession(deps.db.kysely, sessionId);
      deps.events.publish({ kind: 'me', id: userId });
    },

    verify,
  };
}

function tooManyPasswords(retryAfter: number) {
  return refuse('too_many_attempts', {
    retryAfter,
    detail: sentence('answers/signIn', 'tooManyPasswordsForUsername', { seconds: retryAfter }),
  });
}
