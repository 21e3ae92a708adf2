import { sql } from 'kysely';
import type { OutputOf } from '../../../contract/operations.ts';
import type { Deps, MadeSession, Origin } from '../../context.ts';
import { rfc3339 } from '../../context.ts';
import { isCode } from '../../crypto/totp.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { appendAudit } from '../audit/append.ts';
import { evaluateCode, refusalOf } from '../mfa/codes.ts';
import { notSixDigits } from '../mfa/refusals.ts';
import { currentPolicy } from '../policy/current.ts';
import type { CurrentPolicy } from '../policy/current.ts';
import { mailUser } from '../outbox/enqueue.ts';
import { graceEnd } from '../policy/grace.ts';
import { keepInForce } from '../policy/keepInForce.ts';
import { readSettings } from '../settings/current.ts';
import { userByUsername, usernameKey } from '../users/people.ts';
import { readAccount, stepAfterPassword } from './account.ts';
import type { Account } from './account.ts';
import { createChallenge, requireChallenge, spendChallenge } from './challenges.ts';
import { rememberNetwork } from './networks.ts';
import { createPasswordThrottle } from './passwordThrottle.ts';
import { createSession } from './sessions.ts';

type StartOutcome =
  { outcome: 'signed_in'; made: MadeSession } | Exclude<OutputOf<'signIn.start'>, { outcome: 'signed_in' }>;

export type SignInService = ReturnType<typeof createSignInService>;

/** Signing in by password, then by code: product, *Signing in*. */
export function createSignInService(deps: Deps) {
  const throttle = createPasswordThrottle(deps);

  /** Ends a sign-in: a session, counted, audited, its network remembered. */
  async function completeSignIn(
    tx: Tx,
    input: {
      account: Account;
      policy: CurrentPolicy;
      via: 'password' | 'sso';
      sso?: { linkId: string; provider: string; mfaAsserted: boolean };
      now: number;
    } & Origin,
  ): Promise<MadeSession> {
    const { account, policy, via, sso, now, address, userAgent } = input;
    const { user, roles } = account;
    await tx
      .updateTable('users')
      .set({ sign_ins: sql<number>`sign_ins + 1`, last_sign_in_at: now })
      .where('id', '=', user.id)
      .execute();
    const person = { id: user.id, name: user.name };
    await appendAudit(tx, deps, {
      at: now,
      action: 'sign_in.succeeded',
      actor: person,
      target: person,
      data: { via, ...(sso ? { provider: sso.provider, mfaAsserted: sso.mfaAsserted } : {}) },
    });
    await rememberNetwork(tx, deps, { userId: user.id, address, now });
    return createSession(tx, deps, {
      user: { id: user.id, username: user.username, name: user.name, email: user.email, roles },
      policy: policy.document,
      via,
      sso,
      now,
      address,
      userAgent,
    });
  }

  /** The first sign-in under a rule starts the person's grace. */
  async function startGrace(tx: Tx, account: Account, policy: CurrentPolicy, now: number): Promise<void> {
    const { timeZone } = await readSettings(tx);
    const end = graceEnd(now, policy.document.graceDays, timeZone);
    const { numUpdatedRows } = await tx
      .updateTable('users')
      .set({ grace_ends_at: end, grace_policy_version: policy.version })
      .where('id', '=', account.user.id)
      .where('grace_ends_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return;
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
    if (startsGrace) await startGrace(tx, account, policy, now);
    return {
      outcome: 'signed_in',
      made: await completeSignIn(tx, { account, policy, via: 'password', ...ctx }),
    };
  }

  return {
    completeSignIn,

    /**
     * The first step. A wrong password, an unknown user, a suspended one and one who can only sign in by SSO get one answer,
     * in the same time (S-11).
     */
    async start(
      input: { username: string; password: string },
      ctx: Origin & { now: number },
    ): Promise<StartOutcome> {
      const { now } = ctx;
      const username = usernameKey(input.username);
      const waiting = await throttle.wait(deps.db.kysely, username, now);
      if (waiting > 0) throw tooManyPasswords(waiting);

      const user = await userByUsername(deps.db.kysely, username);
      // Outside any transaction and off the event loop (S-15); unknown users cost the same hash.
      const right = user?.password_hash
        ? await deps.passwords.verify(user.password_hash, input.password)
        : await deps.passwords.verifyDummy(input.password);

      const verdict = await deps.db.transaction(async (tx) => {
        const wait = await throttle.wait(tx, username, now);
        if (wait > 0) return { wait };
        const mayTry = right && user?.status === 'active' && user.external === 0;
        const outcome = mayTry ? await afterPassword(tx, user.id, ctx) : null;
        if (outcome) {
          await throttle.clear(tx, username);
          return { outcome };
        }
        if (!(await throttle.countWrong(tx, username, now))) {
          return { wait: Math.max(1, await throttle.wait(tx, username, now)) };
        }
        if (user) {
          const person = { id: user.id, name: user.name };
          await appendAudit(tx, deps, {
            at: now,
            action: 'sign_in.password_wrong',
            actor: null,
            target: person,
          });
        }
        return {};
      });
      if (verdict.wait !== undefined) throw tooManyPasswords(verdict.wait);
      if (verdict.outcome) return verdict.outcome;
      throw refuse('invalid_credentials', {
        detail: 'That username and password do not match. Check both and try again.',
      });
    },

    /** The second step: the challenge and a code end the sign-in. The verdict is answered after the commit (S-05). */
    async verify(
      input: { challenge: string; code: string },
      ctx: Origin & { now: number },
    ): Promise<MadeSession> {
      const { now } = ctx;
      if (!isCode(input.code)) throw notSixDigits(401);
      const verdict = await deps.db.transaction(async (tx) => {
        const challenge = await requireChallenge(tx, input.challenge, 'code', now);
        const evaluated = await evaluateCode(tx, deps, { userId: challenge.userId, code: input.code, now });
        if (evaluated.kind !== 'right') return { refused: evaluated };
        if (!(await spendChallenge(tx, challenge.id, now))) return { expired: true };
        const policy = await currentPolicy(tx);
        const account = await readAccount(tx, challenge.userId, policy, now);
        if (!account) return { expired: true };
        return { made: await completeSignIn(tx, { account, policy, via: 'password', ...ctx }) };
      });
      if (verdict.refused) throw refusalOf(verdict.refused, { status: 401, now });
      if (!verdict.made) throw refuse('challenge_expired');
      return verdict.made;
    },
  };
}

function tooManyPasswords(retryAfter: number) {
  return refuse('too_many_attempts', {
    retryAfter,
    detail: `Too many wrong passwords for this username. Wait ${retryAfter} seconds, then try again.`,
  });
}
