import type { OutputOf } from '../../../contract/operations.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Actor, Deps, Origin } from '../../context.ts';
import { isCode } from '../../crypto/totp.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { refusalOf } from '../../domain/authenticators/codes.ts';
import type { EvaluateCode } from '../../domain/authenticators/codes.ts';
import { provenOf, removeProven, renameProven } from '../../domain/authenticators/factorStore.ts';
import { nameInAnswer, namedData, nameInMail } from '../../domain/authenticators/names.ts';
import { notSixDigits } from '../../domain/authenticators/refusals.ts';
import { stopAuthenticators } from '../../domain/authenticators/stopping.ts';
import { mailUser } from '../../domain/mail/enqueue.ts';
import { lockActiveUser } from '../../domain/people/lockStore.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { userById } from '../../domain/people/store.ts';
import { endSessions } from '../../domain/sessions/store.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { Disabled, DisableVerdict, MfaService } from './service.ts';

type Authenticators = OutputOf<'me.authenticators'>;
type Reads = { voice: Voice; now: number };

/** A user's own authenticators under a session: product, *Several authenticators*. */
export function createAuthenticatorsService(
  deps: Deps,
  {
    evaluateCode,
    mfa,
  }: { evaluateCode: EvaluateCode; mfa: Pick<MfaService, 'disableProven' | 'answerDisabled'> },
) {
  const list = (actor: Actor, { voice }: { voice: Voice }) => listOwn(deps.db.kysely, actor.userId, voice);

  async function removeWithin(
    tx: Tx,
    actor: Actor,
    { id, code }: { id: string; code: string },
    ctx: Origin & { now: number },
  ): Promise<DisableVerdict | { refused: Refusal } | null> {
    const { userId, sessionId } = actor;
    const { now } = ctx;
    await lockActiveUser(tx, deps, userId);
    const user = await userById(tx, userId);
    if (!user || user.mfa_state === 'off')
      throw refuse('mfa_not_on', { detail: sentence('answers/signIn', 'mfaNotOn') });
    if (user.mfa_state === 'reset_pending')
      throw refuse('request_exists', { detail: sentence('answers/signIn', 'resetPendingNoRemoval') });
    const held = await provenOf(tx, userId);
    if (!held.some((one) => one.id === id)) throw noSuchAuthenticator();
    const evaluated = await evaluateCode(tx, { userId, code, now });
    if (evaluated.kind !== 'right') return { refused: refusalOf(evaluated, { status: 403, now }) };
    // Nothing usable would be left: that is Disable, with all that policy says of it.
    if (!held.some((one) => one.id !== id && one.stopped_at === null))
      return mfa.disableProven(tx, actor, ctx);
    const [removed] = await removeProven(tx, { userId, ids: [id] });
    const name = removed?.name ?? null;
    await endSessions(tx, userId, { except: sessionId });
    const person = actorPerson(actor);
    const event = { at: now, action: 'mfa.authenticator_removed', actor: person, target: person } as const;
    await appendAudit(tx, deps, { ...event, data: namedData(name) });
    const params = { authenticator: nameInMail(name) };
    await mailUser(tx, deps, { userId, kind: 'authenticator_removed', at: now, params });
    return null;
  }

  return {
    list,

    async rename(
      actor: Actor,
      { id, name: typed }: { id: string; name: string },
      { voice, now }: Reads,
    ): Promise<Authenticators> {
      const name = typed.trim();
      await deps.db.transaction(async (tx) => {
        if (!(await renameProven(tx, { userId: actor.userId, id, name }))) throw noSuchAuthenticator();
        const person = actorPerson(actor);
        const event = {
          at: now,
          action: 'mfa.authenticator_renamed',
          actor: person,
          target: person,
        } as const;
        await appendAudit(tx, deps, { ...event, data: namedData(name) });
      });
      return list(actor, { voice });
    },

    /** By a current code of any that counts. The last one goes by Disable; the user's other sessions end (S-13, S-22). */
    async remove(
      actor: Actor,
      input: { id: string; code: string },
      ctx: Origin & Reads,
    ): Promise<Authenticators & { disabled?: Disabled }> {
      if (!isCode(input.code)) throw notSixDigits(403);
      const verdict = await deps.db.transaction((tx) => removeWithin(tx, actor, input, ctx));
      const disabled = verdict && mfa.answerDisabled(verdict);
      return { ...(await list(actor, ctx)), ...(disabled ? { disabled } : {}) };
    },

    /**
     * Its codes count no more, from now on (S-104). No code is asked for, because the phone is gone; one that is stopped already
     * stays so without a word.
     */
    async stop(actor: Actor, { id }: { id: string }, { voice, now }: Reads): Promise<Authenticators> {
      const { userId, sessionId } = actor;
      const person = actorPerson(actor);
      await deps.db.transaction(async (tx) => {
        await lockActiveUser(tx, deps, userId);
        if (!(await provenOf(tx, userId)).some((one) => one.id === id)) throw noSuchAuthenticator();
        const stop = { whose: person, by: person, ids: [id], requestId: null, now };
        if (await stopAuthenticators(tx, deps, stop)) await endSessions(tx, userId, { except: sessionId });
      });
      return list(actor, { voice });
    },
  };
}

async function listOwn(reader: Reader, userId: string, voice: Voice): Promise<Authenticators> {
  const held = await provenOf(reader, userId);
  return {
    items: held.map((one) => ({
      id: one.id,
      kind: 'app',
      name: voice.write(nameInAnswer(one.name)),
      createdAt: rfc3339(one.confirmed_at ?? one.created_at),
      lastUsedAt: rfc3339OrNull(one.last_used_at),
      lastUsedFrom: one.last_used_address,
      stopped: one.stopped_at !== null,
    })),
  };
}

function noSuchAuthenticator(): Refusal {
  return refuse('not_found', { detail: sentence('answers/signIn', 'noSuchAuthenticator') });
}
