import type { OutputOf } from '../../../contract/operations.ts';
import type { Actor, Deps } from '../../context.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import type { Reader } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { historyOf } from '../../domain/audit/history.ts';
import { currentPolicy } from '../../domain/policy/current.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { readAccount } from '../../domain/sessions/account.ts';
import { endSessions } from '../../domain/sessions/sessions.ts';
import { linkOfSession } from '../../domain/sessions/linksOf.ts';
import { disableLeadsTo } from './disableLeadsTo.ts';

export type MeService = ReturnType<typeof createMeService>;

/** What a person sees of themselves: who they are, where they are signed in, what happened. */
export function createMeService(deps: Deps) {
  const { db } = deps;
  return {
    async get(actor: Actor, now: number): Promise<OutputOf<'me.get'>> {
      const policy = await currentPolicy(db.kysely);
      const account = await readAccount(db.kysely, actor.userId, policy, now);
      if (!account) throw refuse('not_signed_in');
      const { user, roles, standing } = account;
      const settings = await readSettings(db.kysely);
      const organisation = await readOrganisation(db.kysely);
      const session = await db.kysely
        .selectFrom('sessions')
        .select(['expires_at', 'stepped_up_until'])
        .where('id', '=', actor.sessionId)
        .executeTakeFirstOrThrow();
      return {
        user: { id: user.id, username: user.username, name: user.name, email: user.email, roles },
        permissions: [...actor.permissions],
        organisation: {
          name: settings.organisation,
          kind: organisation.kind,
          frozen: organisation.frozen_at !== null,
          freeze: actor.permissions.has('resets.read') ? freezeOf(organisation) : null,
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
          disableLeadsTo: disableLeadsTo(policy.document, { frozen: organisation.frozen_at !== null }),
          since: rfc3339OrNull(user.mfa_since),
        },
        recommendedApps: policy.document.recommendedApps,
        session: {
          expiresAt: rfc3339(session.expires_at),
          steppedUpUntil: rfc3339OrNull(session.stepped_up_until),
          sso: (await linkOfSession(db.kysely, actor.sessionId))?.provider ?? null,
        },
      };
    },

    async sessions(actor: Actor, now: number): Promise<OutputOf<'me.sessions'>> {
      const rows = await db.kysely
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', actor.userId)
        .where('expires_at', '>', now)
        .orderBy('last_seen_at', 'desc')
        .limit(100)
        .execute();
      const live = rows.filter((row) => row.last_seen_at + row.idle_ms > now);
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
      const person = { id: actor.userId, name: actor.name };
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
      return { ended };
    },

    history: (actor: Actor, page: { cursor?: string; limit?: number }) =>
      historyOf(db.kysely, actor.userId, page),
  };
}

type Organisation = Awaited<ReturnType<typeof readOrganisation>>;

function readOrganisation(reader: Reader) {
  return reader
    .selectFrom('organisation')
    .leftJoin('users', 'users.id', 'organisation.frozen_by')
    .select(['organisation.kind', 'frozen_at', 'freeze_reason', 'users.id', 'users.username', 'users.name'])
    .where('organisation.id', '=', 1)
    .executeTakeFirstOrThrow();
}

function freezeOf({ frozen_at, freeze_reason, id, username, name }: Organisation) {
  if (frozen_at === null) return null;
  const by = id !== null && username !== null && name !== null ? { id, username, name } : null;
  return { by, since: rfc3339(frozen_at), reason: freeze_reason ?? '' };
}
