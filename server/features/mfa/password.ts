import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps } from '../../context.ts';
import { isCode } from '../../crypto/totp.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { requireGoodPassword } from '../../domain/passwordLinks/goodPassword.ts';
import { endChallenges } from '../../domain/sessions/challengeStore.ts';
import type { JudgePassword } from '../../domain/sessions/judgePassword.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { replacePassword } from '../../domain/people/passwordStore.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { userById } from '../../domain/people/store.ts';
import { refusalOf } from '../../domain/authenticators/codes.ts';
import type { EvaluateCode } from '../../domain/authenticators/codes.ts';
import { notSixDigits } from '../../domain/authenticators/refusals.ts';

/** Changing the own password under a session; a code is asked for where MFA is on (product: Security Settings). */
export function createPasswordChange(
  deps: Deps,
  { judge, evaluateCode }: { judge: JudgePassword; evaluateCode: EvaluateCode },
) {
  return async (
    actor: Actor,
    input: { current: string; password: string; code?: string },
    { address, now }: { address: string | null; now: number },
  ): Promise<void> => {
    const { userId, username } = actor;
    const { code } = input;
    if (code !== undefined && !isCode(code)) throw notSixDigits(403);
    const user = await userById(deps.db.kysely, userId);
    requireGoodPassword(input.password, username);
    const judged = await judge({ username, password: input.current, user, address, now });
    if (!judged.right) throw judged.delay > 0 ? tooMany(judged.delay) : wrongPassword();
    const hash = await deps.passwords.hash(input.password, { username, address });

    const verdict = await deps.db.transaction(async (tx) => {
      await judged.accept(tx);
      if ((await userById(tx, userId))?.mfa_state !== 'off') {
        if (code === undefined) return { codeMissing: true };
        const evaluated = await evaluateCode(tx, { userId, code, now });
        if (evaluated.kind !== 'right') return { refused: evaluated };
      }
      const proven = user?.password_hash ?? '';
      if (!(await replacePassword(tx, deps.keys, userId, { proven, hash, now })))
        return { wrongPassword: true };
      await endSessions(tx, userId, { except: actor.sessionId });
      await endChallenges(tx, userId);
      const person = actorPerson(actor);
      await appendAudit(tx, deps, { at: now, action: 'password.changed', actor: person, target: person });
      await mailUser(tx, deps, { userId, kind: 'password_changed', at: now });
      return {};
    });
    if (verdict.wrongPassword) throw wrongPassword();
    if (verdict.codeMissing) {
      const detail = sentence('answers/signIn', 'enterCode');
      throw refuse('invalid_code', { detail, fields: { code: detail } });
    }
    if (verdict.refused) throw refusalOf(verdict.refused, { status: 403, now });
    deps.events.publish({ kind: 'me', id: userId });
  };
}

function wrongPassword() {
  const detail = sentence('answers/signIn', 'wrongPassword');
  return refuse('wrong_password', { detail, fields: { current: detail } });
}

function tooMany(retryAfter: number) {
  return refuse('too_many_attempts', {
    retryAfter,
    detail: sentence('answers/signIn', 'tooManyPasswords', { seconds: retryAfter }),
  });
}
