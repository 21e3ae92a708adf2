import type { Deps, MadeSession, Origin } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { isCode } from '../../crypto/totp.ts';
import { refuse } from '../../refusal.ts';
import { checkActivation, wrongActivationCode } from '../../domain/authenticators/checkActivation.ts';
import { beginEnrolment, confirmEnrolment } from '../../domain/authenticators/enrolments.ts';
import type { BegunEnrolment } from '../../domain/authenticators/enrolments.ts';
import { confirmRefusal, notSixDigits } from '../../domain/authenticators/refusals.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { frozenRefusal } from '../../domain/settings/frozen.ts';
import { lockFreeze } from '../../domain/settings/freezeStore.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { readAccount } from '../../domain/sessions/account.ts';
import { extendChallenge, holdChallenge, spendChallenge } from '../../domain/sessions/challengeStore.ts';
import { completeSignIn } from '../../domain/sessions/completeSignIn.ts';
import { endSessions } from '../../domain/sessions/store.ts';

/** The setup that a sign-in leads into: a challenge for it reaches these and nothing else (S-23). */
export function createSetupAtSignIn(deps: Deps) {
  return {
    async moreTime({ challenge }: { challenge: string }, now: number): Promise<{ expiresAt: string }> {
      return {
        expiresAt: rfc3339(
          await deps.db.transaction((tx) => extendChallenge(tx, deps.keys, { token: challenge, now })),
        ),
      };
    },

    async begin(
      input: { challenge: string; activationCode?: string },
      { address, now }: Origin & { now: number },
    ): Promise<BegunEnrolment> {
      const verdict = await deps.db.transaction(async (tx) => {
        const frozen = await lockFreeze(tx, deps, 'setups');
        const challenge = await holdChallenge(tx, deps.keys, {
          token: input.challenge,
          purpose: 'setup',
          now,
        });
        if (frozen) throw frozenRefusal('setups');
        const account = await readAccount(
          tx,
          deps.keys,
          challenge.userId,
          await writtenPolicy(tx, deps.keys),
          now,
        );
        if (!account) throw refuse('challenge_expired');
        if (account.user.mfa_state !== 'off') throw refuse('already_on');
        const activation = await checkActivation(tx, deps, {
          userId: account.user.id,
          required: account.activationRequired,
          typed: input.activationCode,
          within: challenge.id,
          address,
          now,
        });
        if (activation.wrong) return { wrong: activation };
        const { organisation } = await readSettings(tx);
        const begun = await beginEnrolment(tx, deps, {
          userId: account.user.id,
          label: account.user.username,
          issuer: organisation,
          enrolling: { purpose: null },
          name: null,
          activationId: activation.id,
          now,
        });
        return { begun };
      });
      // After the commit, so that the wrong try stays counted.
      if (verdict.wrong) throw wrongActivationCode(verdict.wrong);
      return verdict.begun;
    },

    async confirm(
      input: { challenge: string; enrolmentId: string; code: string },
      ctx: Origin & { now: number },
    ): Promise<MadeSession> {
      const { now } = ctx;
      if (!isCode(input.code)) throw notSixDigits(401);
      const verdict = await deps.db.transaction(async (tx) => {
        const frozen = await lockFreeze(tx, deps, 'setups');
        const challenge = await holdChallenge(tx, deps.keys, {
          token: input.challenge,
          purpose: 'setup',
          now,
        });
        if (frozen) throw frozenRefusal('setups');
        const { userId } = challenge;
        const { enrolmentId, code } = input;
        const confirmed = await confirmEnrolment(tx, deps, { userId, enrolmentId, code, now });
        if (confirmed.kind !== 'on') return { refused: confirmed };
        // Under the lock of the pending enrolment nobody else can have spent it.
        const policy = await writtenPolicy(tx, deps.keys);
        const account = await readAccount(tx, deps.keys, userId, policy, now);
        if (!account) throw refuse('challenge_expired');
        await endSessions(tx, userId);
        const signIn = { account, policy, via: 'password', ...ctx } as const;
        return { made: await completeSignIn(tx, deps, signIn, [spendChallenge(tx, challenge.id, now)]) };
      });
      if (verdict.refused) throw confirmRefusal(verdict.refused, 401);
      return verdict.made;
    },
  };
}
