import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, MadeSession, Origin } from '../../context.ts';
import { isCode } from '../../crypto/totp.ts';
import type { Tx } from '../../db/connection.ts';
import { Refusal, refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { lockActiveUser } from '../../domain/people/lockStore.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { requireNotFrozen } from '../../domain/settings/frozen.ts';
import { lockFreeze } from '../../domain/settings/freezeStore.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { readAccount } from '../../domain/sessions/account.ts';
import type { Account } from '../../domain/sessions/account.ts';
import { endSessions, renewSession } from '../../domain/sessions/store.ts';
import { checkActivation, wrongActivationCode } from '../../domain/authenticators/checkActivation.ts';
import { refusalOf } from '../../domain/authenticators/codes.ts';
import type { EvaluateCode } from '../../domain/authenticators/codes.ts';
import { disableLeadsTo } from './disableLeadsTo.ts';
import { beginEnrolment, confirmEnrolment } from '../../domain/authenticators/enrolments.ts';
import type { BegunEnrolment, Enrolling } from '../../domain/authenticators/enrolments.ts';
import { provenOf } from '../../domain/authenticators/factorStore.ts';
import { MOST_AUTHENTICATORS } from '../../domain/authenticators/store.ts';
import { confirmRefusal, notSixDigits } from '../../domain/authenticators/refusals.ts';
import { removeAuthenticator } from '../../domain/authenticators/state.ts';

/** Opens the reset request of a disable that policy leaves to an administrator; the code that was given is its first check. */
type OpenFromDisable = (
  tx: Tx,
  opening: { userId: string; now: number } & Origin,
) => Promise<{ requestId: string; requestCode: string }>;
export type Disabled = { state: 'off' } | { state: 'reset_pending'; requestId: string; requestCode: string };
/** A refusal is thrown after the commit, so that the code is counted, and spent where it was right. */
export type DisableVerdict = { refused: Refusal } | { disabled: Disabled };

const tooMany = () =>
  refuse('too_many_authenticators', { detail: sentence('answers/signIn', 'mostAuthenticators') });

export type MfaService = ReturnType<typeof createMfaService>;

/** A user's own MFA under a session: product, *Security Settings*. */
export function createMfaService(
  deps: Deps,
  { evaluateCode, openFromDisable }: { evaluateCode: EvaluateCode; openFromDisable: OpenFromDisable },
) {
  async function accountOf(tx: Tx, userId: string, now: number): Promise<Account> {
    const account = await readAccount(tx, deps.keys, userId, await writtenPolicy(tx, deps.keys), now);
    if (!account) throw refuse('not_signed_in');
    return account;
  }

  async function beginAnew(
    tx: Tx,
    actor: Actor,
    {
      typed,
      add,
      name,
      address,
      now,
    }: {
      typed: string | undefined;
      add: boolean;
      name: string | null;
      address: string | null;
      now: number;
    },
  ) {
    const account = await accountOf(tx, actor.userId, now);
    if (account.user.mfa_state !== 'off') {
      throw refuse('already_on', {
        detail: sentence('answers/signIn', add ? 'addWithCode' : 'alreadyOn'),
      });
    }
    const { document } = await writtenPolicy(tx, deps.keys);
    if (!document.available && !account.standing.required) {
      throw refuse('mfa_unavailable', {
        detail: sentence('answers/signIn', 'mfaNotOffered'),
      });
    }
    const { userId, sessionId: within } = actor;
    const required = account.activationRequired;
    const activation = await checkActivation(tx, deps, { userId, required, typed, within, address, now });
    if (activation.wrong) return { wrong: activation };
    const rest = { enrolling: { purpose: null }, name, activationId: activation.id, now } as const;
    return { begun: await begin(tx, actor, rest) };
  }

  async function begin(
    tx: Tx,
    { userId, username }: Actor,
    rest: { enrolling: Enrolling; name: string | null; activationId: string | null; now: number },
  ): Promise<BegunEnrolment> {
    const { organisation } = await readSettings(tx);
    return beginEnrolment(tx, deps, { userId, label: username, issuer: organisation, ...rest });
  }

  /** Opens the request of a disable, or answers why not: a right code was spent on it in the same transaction (S-03). */
  async function openRefusable(tx: Tx, opening: Parameters<OpenFromDisable>[1]) {
    try {
      return await openFromDisable(tx, opening);
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }

  async function disableProven(
    tx: Tx,
    actor: Actor,
    { now, address, userAgent }: Origin & { now: number },
  ): Promise<DisableVerdict> {
    const { userId, sessionId } = actor;
    const { document } = await writtenPolicy(tx, deps.keys);
    // Locked against a freeze that comes now: only where it decides.
    const frozen = document.automaticReset && (await lockFreeze(tx, deps, 'resets'));
    if (disableLeadsTo(document, { frozen }) === 'reset_request') {
      const opened = await openRefusable(tx, { userId, now, address, userAgent });
      return opened instanceof Refusal
        ? { refused: opened }
        : { disabled: { state: 'reset_pending', ...opened } };
    }
    await removeAuthenticator(tx, deps.keys, { userId, now, setupDue: false });
    await endSessions(tx, userId, { except: sessionId });
    const person = actorPerson(actor);
    await appendAudit(tx, deps, { at: now, action: 'mfa.disabled', actor: person, target: person });
    await mailUser(tx, deps, { userId, kind: 'mfa_disabled', at: now });
    return { disabled: { state: 'off' } };
  }

  /** After the commit. */
  function answerDisabled(verdict: DisableVerdict): Disabled {
    if ('refused' in verdict) throw verdict.refused;
    const { disabled } = verdict;
    if (disabled.state === 'reset_pending') {
      deps.events.publish({ kind: 'reset_requests', id: disabled.requestId, change: 'opened' });
    }
    return disabled;
  }

  return {
    /** Begins a setup; on a move to a new phone the old authenticator works until the new one is proven. */
    async begin(
      actor: Actor,
      input: { activationCode?: string; code?: string; add?: boolean; name?: string },
      { address, now }: Origin & { now: number },
    ): Promise<BegunEnrolment> {
      const { code, activationCode: typed, add = false } = input;
      const name = input.name?.trim() ?? null;
      if (code === undefined) {
        const anew = await deps.db.transaction(async (tx) => {
          await requireNotFrozen(tx, deps, 'setups');
          return beginAnew(tx, actor, { typed, add, name, address, now });
        });
        if (anew.wrong) throw wrongActivationCode(anew.wrong);
        return anew.begun;
      }
      if (!isCode(code)) throw notSixDigits(403);
      const verdict = await deps.db.transaction(async (tx) => {
        // Before the code is looked at: none is spent on what can't begin.
        await requireNotFrozen(tx, deps, 'setups');
        // Against a request that is being opened: a move that begins beside it would be there after it.
        await lockActiveUser(tx, deps, actor.userId);
        const { user } = await accountOf(tx, actor.userId, now);
        if (user.mfa_state === 'reset_pending') {
          throw refuse('request_exists', {
            detail: sentence('answers/signIn', 'requestOpenNoMove'),
          });
        }
        // Before the code is looked at, too: what can't be added spends none.
        if (add && (await provenOf(tx, actor.userId)).length >= MOST_AUTHENTICATORS) throw tooMany();
        const evaluated = await evaluateCode(tx, { userId: actor.userId, code, now });
        if (evaluated.kind !== 'right') return { refused: evaluated };
        const { authenticatorId: replacesId } = evaluated;
        const enrolling: Enrolling = add ? { purpose: 'add' } : { purpose: 'move', replacesId };
        return { begun: await begin(tx, actor, { enrolling, name, activationId: null, now }) };
      });
      if (verdict.refused) throw refusalOf(verdict.refused, { status: 403, now });
      return verdict.begun;
    },

    /** Proves the app; the user's other sessions end in the same transaction (S-13). */
    async confirm(actor: Actor, input: { enrolmentId: string; code: string }, now: number): Promise<void> {
      if (!isCode(input.code)) throw notSixDigits(403);
      const { userId, sessionId } = actor;
      const verdict = await deps.db.transaction(async (tx) => {
        await requireNotFrozen(tx, deps, 'setups');
        // In the order of a code check, which holds the person before their authenticators.
        await lockActiveUser(tx, deps, userId);
        const confirmed = await confirmEnrolment(tx, deps, { userId, ...input, now });
        if (confirmed.kind === 'on') await endSessions(tx, userId, { except: sessionId });
        return confirmed;
      });
      if (verdict.kind !== 'on') throw confirmRefusal(verdict, 403);
    },

    /** Disables by a current code: off at once, or a request where policy wants an administrator (S-22). */
    async disable(
      actor: Actor,
      { code }: { code: string },
      ctx: Origin & { now: number },
    ): Promise<Disabled> {
      const { now } = ctx;
      const { userId } = actor;
      if (!isCode(code)) throw notSixDigits(403);
      const verdict = await deps.db.transaction(async (tx) => {
        await lockActiveUser(tx, deps, userId);
        const { user } = await accountOf(tx, userId, now);
        if (user.mfa_state === 'off') throw refuse('already_off');
        if (user.mfa_state === 'reset_pending') {
          throw refuse('request_exists', { detail: sentence('answers/signIn', 'resetPending') });
        }
        const evaluated = await evaluateCode(tx, { userId, code, now });
        if (evaluated.kind !== 'right') return { refused: refusalOf(evaluated, { status: 403, now }) };
        return disableProven(tx, actor, ctx);
      });
      return answerDisabled(verdict);
    },

    /** The same after a right code that the caller evaluated, in its transaction. */
    disableProven,
    answerDisabled,

    /** Proves the second factor again, now. The session's token is renewed, the old one ends (S-12). */
    async stepUp(actor: Actor, { code }: { code: string }, now: number): Promise<MadeSession> {
      if (!isCode(code)) throw notSixDigits(403);
      const { userId, sessionId } = actor;
      const verdict = await deps.db.transaction(async (tx) => {
        const evaluated = await evaluateCode(tx, { userId, code, now });
        if (evaluated.kind !== 'right') return { refused: evaluated };
        const renewed = await renewSession(tx, deps, { sessionId, now });
        if (!renewed) return { ended: true };
        const person = actorPerson(actor);
        await appendAudit(tx, deps, { at: now, action: 'step_up.succeeded', actor: person, target: person });
        const { user, roles } = await accountOf(tx, userId, now);
        const { id, username, name, email } = user;
        return { made: { ...renewed, user: { id, username, name, email, roles } } };
      });
      if (verdict.refused) throw refusalOf(verdict.refused, { status: 403, now });
      if (!verdict.made) throw refuse('not_signed_in');
      // Their own lost-device request may have been paused by it: the console asks whose it is.
      deps.events.publish({ kind: 'me', id: userId });
      return verdict.made;
    },
  };
}
