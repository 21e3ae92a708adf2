import type { Actor, Deps } from '../../context.ts';
import { isCode } from '../../crypto/totp.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { requireGoodPassword } from '../../domain/passwordLinks/goodPassword.ts';
import { endChallenges } from '../../domain/sessions/challenges.ts';
import { createPasswordThrottle } from '../../domain/sessions/passwordThrottle.ts';
import { endSessions } from '../../domain/sessions/sessions.ts';
import { userById } from '../../domain/people/people.ts';
import { refusalOf } from '../../domain/authenticators/codes.ts';
import type { EvaluateCode } from '../../domain/authenticators/codes.ts';
import { notSixDigits } from '../../domain/authenticators/refusals.ts';

/** Changing the own password under a session; a code is asked for where MFA is on (product: Security Settings). */
export function createPasswordChange(deps: Deps, evaluateCode: EvaluateCode) {
  const throttle = createPasswordThrottle(deps);

  return async (
    actor: Actor,
    input: { current: string; password: string; code?: string },
    now: number,
  ): Promise<void> => {
    const { userId, username } = actor;
    const { code } = input;
    if (code !== undefined && !isCode(code)) throw notSixDigits(403);
    const user = await userById(deps.db.kysely, userId);
    requireGoodPassword(input.password, username);
    const waiting = await throttle.wait(deps.db.kysely, username, now);
    if (waiting > 0) throw tooMany(waiting);
    const right = user?.password_hash
      ? await deps.passwords.verify(user.password_hash, input.current)
      : await deps.passwords.verifyDummy(input.current);
    const hash = right ? await deps.passwords.hash(input.password) : null;

    const verdict = await deps.db.transaction(async (tx) => {
      if (hash === null) {
        await throttle.countWrong(tx, username, now);
        return { wrongPassword: true };
      }
      const state = await tx
        .selectFrom('users')
        .select('mfa_state')
        .where('id', '=', userId)
        .executeTakeFirst();
      if (state?.mfa_state !== 'off') {
        if (code === undefined) return { codeMissing: true };
        const evaluated = await evaluateCode(tx, { userId, code, now });
        if (evaluated.kind !== 'right') return { refused: evaluated };
      }
      const changed = await tx
        .updateTable('users')
        .set({ password_hash: hash, password_changed_at: now })
        .where('id', '=', userId)
        // The password that was proven is still the one on record.
        .where('password_hash', '=', user?.password_hash ?? '')
        .executeTakeFirst();
      if (changed.numUpdatedRows !== 1n) return { wrongPassword: true };
      await throttle.clear(tx, username);
      await endSessions(tx, userId, { except: actor.sessionId });
      await endChallenges(tx, userId);
      const person = { id: userId, name: actor.name };
      await appendAudit(tx, deps, { at: now, action: 'password.changed', actor: person, target: person });
      await mailUser(tx, deps, { userId, kind: 'password_changed', at: now });
      return {};
    });
    if (verdict.wrongPassword) {
      const sentence = 'Your current password is not right. Check it and try again.';
      throw refuse('wrong_password', { detail: sentence, fields: { current: sentence } });
    }
    if (verdict.codeMissing) {
      const sentence = 'Enter the code that your authenticator app shows now.';
      throw refuse('invalid_code', { detail: sentence, fields: { code: sentence } });
    }
    if (verdict.refused) throw refusalOf(verdict.refused, { status: 403, now });
  };
}

function tooMany(retryAfter: number) {
  return refuse('too_many_attempts', {
    retryAfter,
    detail: `Too many wrong passwords. Wait ${retryAfter} seconds, then try again.`,
  });
}
