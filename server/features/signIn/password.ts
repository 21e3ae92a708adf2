import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, Origin } from '../../context.ts';
import type { Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { lockByPassword } from '../../domain/people/lockStore.ts';
import { personOf } from '../../domain/people/people.ts';
import { usernameKey } from '../../domain/people/rules/keys.ts';
import { userBySignInName } from '../../domain/people/store.ts';
import type { JudgePassword } from '../../domain/sessions/judgePassword.ts';

export interface Typed {
  username: string;
  password: string;
}

/**
 * What a right password leads to, in the transaction that forgets what was counted; null where there is no signing in by it.
 * `locks` takes what is locked before the person's row. A wrong password, an unknown user, a suspended one and one who can only
 * sign in by SSO get one answer, in the same time (S-11), wherever they are typed.
 */
export type AfterRightPassword = <T extends object>(
  typed: Typed,
  ctx: Origin & { now: number },
  leads: (tx: Tx, userId: string) => Promise<T | null>,
  locks?: (tx: Tx) => Promise<unknown>,
) => Promise<T>;

export function createAfterRightPassword(deps: Deps, judge: JudgePassword): AfterRightPassword {
  return async (typed, { now, address }, leads, locks) => {
    const user = await userBySignInName(deps.db.kysely, typed.username);
    // One counter for both of somebody's names: else each would be good for as many guesses. It tells a stranger who fills it that
    // the two belong together, which a directory tells, too.
    const username = user?.username ?? usernameKey(typed.username);
    const verdict = await judge({ username, password: typed.password, user, address, now });
    const { right, delay } = verdict;
    const verifiedHash = right && user?.external === 0 ? user.password_hash : null;
    const proven = user && verifiedHash !== null ? { userId: user.id, verifiedHash } : null;
    if (!proven && delay > 0) throw tooManyPasswords(delay);

    const outcome = await deps.db.transaction(async (tx) => {
      await locks?.(tx);
      const isStill = proven !== null && (await lockByPassword(tx, proven));
      const led = isStill ? await leads(tx, proven.userId) : null;
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
    throw refuse('invalid_credentials', { detail: sentence('answers/signIn', 'noMatch') });
  };
}

function tooManyPasswords(retryAfter: number) {
  return refuse('too_many_attempts', {
    retryAfter,
    detail: sentence('answers/signIn', 'tooManyPasswordsForUsername', { seconds: retryAfter }),
  });
}
