import { endSession } from '../../domain/sessions/store.ts';
import { completeSignIn } from '../../domain/sessions/completeSignIn.ts';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps, MadeSession, Origin } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import type { Tx } from '../../db/connection.ts';
import { tellAlteredDaily } from '../../domain/people/tellAltered.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import type { CurrentPolicy } from '../../domain/policy/current.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { graceEnd } from '../../domain/policy/grace.ts';
import { keepInForce } from '../../domain/policy/store.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { startGrace } from '../../domain/people/graceStore.ts';
import { readAccount, stepAfterPassword } from '../../domain/sessions/account.ts';
import type { Account } from '../../domain/sessions/account.ts';
import { createChallenge } from '../../domain/sessions/challengeStore.ts';
import type { AfterRightPassword, Typed } from './password.ts';
import type { Verify } from './verify.ts';

type StartOutcome =
  { outcome: 'signed_in'; made: MadeSession } | Exclude<OutputOf<'signIn.start'>, { outcome: 'signed_in' }>;

export type SignInService = ReturnType<typeof createSignInService>;

/** Signing in by password, then by code: product, *Signing in*. */
export function createSignInService(
  deps: Deps,
  { afterRight, verify }: { afterRight: AfterRightPassword; verify: Verify },
) {
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
    const policy = await writtenPolicy(tx, deps.keys);
    const account = await readAccount(tx, deps.keys, userId, policy, now);
    // The person is there, and held by their password: then it is the account that somebody wrote past the servers.
    if (!account) {
      await tellAlteredDaily(tx, deps, { what: 'mfa', userId, now });
      return null;
    }
    const step = stepAfterPassword(account);
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
    /** The first step. */
    start: (input: Typed, ctx: Origin & { now: number }): Promise<StartOutcome> =>
      afterRight(input, ctx, (tx, userId) => afterPassword(tx, userId, ctx)),

    /** Ends this session; the person's others go on. */
    async signOut({ userId, sessionId }: { userId: string; sessionId: string }): Promise<void> {
      await endSession(deps.db.kysely, sessionId);
      deps.events.publish({ kind: 'me', id: userId });
    },

    verify,
  };
}
