import type { FreezeSwitch } from '../../../contract/freeze.ts';
import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { sentenceOfTrouble } from '../../storageWatch.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Reader } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { ownHistoryOf } from '../../domain/audit/history.ts';
import { actorPerson, personOf } from '../../domain/people/people.ts';
import { chooseLanguage, userById } from '../../domain/people/store.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { keptSentence } from '../../domain/pendingChanges/keptSentence.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { readOrganisation } from '../../domain/settings/store.ts';
import { freezesOf, PROVE_WITHIN } from '../../domain/settings/freezeStore.ts';
import type { Freeze } from '../../domain/settings/freezeStore.ts';
import { readAccount } from '../../domain/sessions/account.ts';
import { endSessions, hasSteppedUpSince, sessionEnds, sessionsOf } from '../../domain/sessions/store.ts';
import { linkOfSession } from '../../domain/sessions/ssoLinkStore.ts';
import { disableLeadsTo } from './disableLeadsTo.ts';

export type MeService = ReturnType<typeof createMeService>;

/** What a person sees of themselves: who they are, where they are signed in, what happened. */
export function createMeService(deps: Deps) {
  const { db, storage } = deps;
  return {
    async get(actor: Actor, { now, voice }: Reading): Promise<OutputOf<'me.get'>> {
      const policy = await currentPolicy(db.kysely);
      const account = await readAccount(db.kysely, deps.keys, actor.userId, policy, now);
      if (!account) throw refuse('not_signed_in');
      const { user, roles, standing } = account;
      const settings = await readSettings(db.kysely);
      const organisation = await readOrganisation(db.kysely);
      if (!organisation) throw refuse('not_signed_in');
      const freezes = freezesOf(organisation);
      const session = await sessionEnds(db.kysely, actor.sessionId);
      // It was there when the request came, and ended since.
      if (!session) throw refuse('not_signed_in');
      const trouble = storage.trouble();
      return {
        user: { id: user.id, username: user.username, name: user.name, email: user.email, roles },
        language: user.language || null,
        permissions: [...actor.permissions],
        organisation: {
          name: settings.organisation,
          kind: organisation.kind,
          frozen: freezes.has('resets'),
          switches: [...freezes.keys()],
          freezes: actor.permissions.has('resets.read') ? await readFreezes(db.kysely, freezes, voice) : null,
          country: settings.country,
          helpDesk: { phone: settings.helpDeskPhone, hours: settings.helpDeskHours },
        },
        mfa: {
          state: user.mfa_state,
          required: standing.required,
          graceEndsAt: standing.inGrace ? rfc3339OrNull(user.grace_ends_at) : null,
          blocked: actor.via === 'password' && standing.blocked,
          external: user.external === 1,
          activationRequired: account.activationRequired,
          available: policy.document.available || standing.required,
          disableLeadsTo: disableLeadsTo(policy.document, { frozen: freezes.has('resets') }),
          since: rfc3339OrNull(user.mfa_since),
        },
        recommendedApps: policy.document.recommendedApps,
        ...(trouble && { trouble: voice.write(sentenceOfTrouble(trouble)) }),
        session: {
          id: actor.sessionId,
          expiresAt: rfc3339(session.expires_at),
          steppedUpUntil: rfc3339OrNull(session.stepped_up_until),
          sso: (await linkOfSession(db.kysely, actor.sessionId))?.provider ?? null,
        },
      };
    },

    /** Takes the language that they chose, or that they choose none. */
    async update(actor: Actor, { language }: InputOf<'me.update'>, now: number): Promise<void> {
      if (language === undefined) return;
      const person = actorPerson(actor);
      await db.transaction(async (tx) => {
        const user = await userById(tx, actor.userId);
        const [from, to] = [user?.language || null, language];
        if (from === to) return;
        await chooseLanguage(tx, actor.userId, language ?? '');
        await appendAudit(tx, deps, {
          at: now,
          action: 'user.updated',
          actor: person,
          target: person,
          data: { changed: { language: { from, to } } },
        });
      });
    },

    async sessions(actor: Actor, now: number): Promise<OutputOf<'me.sessions'>> {
      const live = await sessionsOf(db.kysely, actor.userId, now);
      return {
        items: live.map((row) => ({
          id: row.id,
          current: row.id === actor.sessionId,
          createdAt: rfc3339(row.created_at),
          lastSeenAt: rfc3339(row.last_seen_at),
          expiresAt: rfc3339(row.expires_at),
          address: row.address,
          userAgent: row.user_agent,
        })),
      };
    },

    /** Signs out everywhere but here. */
    async endSessions(actor: Actor, now: number): Promise<{ ended: number }> {
      const person = actorPerson(actor);
      const ended = await db.transaction(async (tx) => {
        const count = await endSessions(tx, actor.userId, { except: actor.sessionId });
        await appendAudit(tx, deps, {
          at: now,
          action: 'sessions.ended',
          actor: person,
          target: person,
          data: { count },
        });
        return count;
      });
      deps.events.publish({ kind: 'me', id: actor.userId });
      return { ended };
    },

    history: (actor: Actor, page: { cursor?: string; limit?: number }) =>
      ownHistoryOf(db.kysely, actor.userId, page),
  };
}

/** What is frozen, as staff see it. */
async function readFreezes(
  reader: Reader,
  freezes: ReadonlyMap<FreezeSwitch, Freeze>,
  voice: Voice,
): Promise<OutputOf<'me.get'>['organisation']['freezes']> {
  return Promise.all(
    [...freezes].map(async ([name, { at, by: byId, reason, unprovenSession }]) => {
      const by = byId === null ? undefined : await userById(reader, byId);
      const isProven = unprovenSession === null || (await hasSteppedUpSince(reader, unprovenSession, at));
      return {
        switch: name,
        by: by ? personOf(by) : null,
        since: rfc3339(at),
        reason: voice.write(keptSentence(reason ?? '')),
        thawsAt: isProven ? null : rfc3339(at + PROVE_WITHIN),
      };
    }),
  );
}
