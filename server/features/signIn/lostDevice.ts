import { sentence } from '../../../contract/words/sentence.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { Deps, Origin } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse, Refusal } from '../../refusal.ts';
import { checkActivation, wrongActivationCode } from '../../domain/authenticators/checkActivation.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { readAccount, stepAfterPassword } from '../../domain/sessions/account.ts';
import type { Account } from '../../domain/sessions/account.ts';
import { createChallenge } from '../../domain/sessions/challengeStore.ts';
import { lockFreeze } from '../../domain/settings/freezeStore.ts';
import { systemById } from '../../domain/systems/store.ts';
import type { AfterRightPassword, Typed } from './password.ts';

/** What resets do with an activation code that is given here; each refuses where there is nothing to open. */
export interface HeldAccounts {
  /** Before the code is looked at. */
  require(tx: Tx, person: { userId: string }): Promise<void>;
  /** By the code that was right; the names of the systems that open. */
  open(tx: Tx, given: { userId: string; activationId: string | null; now: number }): Promise<string[]>;
}

type Context = Origin & { now: number };

/** The page that a connected system links to, for whoever lost what they sign in with there. */
export function createLostDevice(
  deps: Deps,
  { afterRight, held }: { afterRight: AfterRightPassword; held: HeldAccounts },
) {
  /**
   * A refusal after a right password is answered once that is committed: the password isn't counted as wrong, and a wrong code
   * stays counted.
   */
  async function lead<T extends object>(
    typed: Typed,
    ctx: Context,
    leads: (tx: Tx, account: Account) => Promise<T>,
  ): Promise<T> {
    const outcome = await afterRight(
      typed,
      ctx,
      async (tx, userId): Promise<{ led: T } | { refused: Refusal } | null> => {
        const account = await readAccount(tx, deps.keys, userId, await writtenPolicy(tx, deps.keys), ctx.now);
        if (!account || !stepAfterPassword(account)) return null;
        try {
          return { led: await leads(tx, account) };
        } catch (error) {
          if (error instanceof Refusal) return { refused: error };
          throw error;
        }
      },
      (tx) => lockFreeze(tx, deps, 'setups'),
    );
    if ('refused' in outcome) throw outcome.refused;
    return outcome.led;
  }

  return {
    /** A challenge that is good for a reset request only. */
    start(
      { systemId, ...typed }: InputOf<'signIn.lostDevice'>,
      ctx: Context,
    ): Promise<{ challenge: string }> {
      const { now, address, userAgent } = ctx;
      return lead(typed, ctx, async (tx, { user }) => {
        if (!(await systemById(tx, systemId)))
          throw refuse('not_found', { detail: sentence('answers/signIn', 'systemGone') });
        const asked = { userId: user.id, purpose: 'reset', now, address, userAgent } as const;
        const { challenge } = await createChallenge(tx, deps, asked);
        return { challenge };
      });
    },

    /** Spends the activation code: the accounts that the reset holds open for set-up (S-112). */
    open(
      { activationCode, ...typed }: InputOf<'signIn.openHeld'>,
      ctx: Context,
    ): Promise<{ systems: string[] }> {
      const { now, address } = ctx;
      return lead(typed, ctx, async (tx, { user: { id: userId } }) => {
        await held.require(tx, { userId });
        const code = { userId, required: true, typed: activationCode, within: null, address, now };
        const activation = await checkActivation(tx, deps, code);
        if (activation.wrong) throw wrongActivationCode(activation);
        return { systems: await held.open(tx, { userId, activationId: activation.id, now }) };
      });
    },
  };
}
