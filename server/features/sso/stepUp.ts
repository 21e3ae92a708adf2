import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, MadeSession } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { userById } from '../../domain/people/store.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { writtenPolicy } from '../../domain/policy/current.ts';
import { readAccount } from '../../domain/sessions/account.ts';
import { renewSession } from '../../domain/sessions/store.ts';
import type { Ended, FlowSteps } from './flowSteps.ts';
import { linkOfSession } from '../../domain/sessions/ssoLinkStore.ts';
import type { SessionLink } from '../../domain/sessions/ssoLinkStore.ts';
import { requireProvider } from './providers.ts';
import { isFresh } from './rules/identity.ts';
import { isProven, recordAnswer, recordSignIn } from './store.ts';

/** Step-up of a session that a provider made: a sign-in there that is newer than the question. */
export function createSsoStepUp(deps: Deps, steps: FlowSteps) {
  const { db } = deps;

  function requireSamePerson({ identity, provider }: Ended, link: SessionLink | null): SessionLink {
    if (link?.provider.id === provider.id && link.subject === identity.subject) return link;
    throw refuse('sso_not_linked', {
      detail: sentence('answers/sso', 'somebodyElseThere', { name: provider.name }),
    });
  }

  return {
    async begin(actor: Actor, { loopbackPort }: { loopbackPort?: number }, now: number) {
      const link = await linkOfSession(db.kysely, actor.sessionId);
      if (!link) {
        throw refuse('sso_not_this_session', {
          detail: sentence('answers/sso', 'byPassword'),
        });
      }
      const provider = await requireProvider(db.kysely, deps.keys, link.provider.id);
      return steps.begin({ purpose: 'step_up', provider, loopbackPort, sessionId: actor.sessionId, now });
    },

    /** The session's token is renewed, the old one ends (S-12). */
    async complete(
      actor: Actor,
      input: { flow: string; parameters: string },
      now: number,
    ): Promise<MadeSession> {
      const { sessionId, userId } = actor;
      const ended = await steps.end({ purpose: 'step_up', ...input, sessionId, now });
      const { provider, identity } = ended;
      const made = await db.transaction(async (tx): Promise<MadeSession | null> => {
        const { linkId } = requireSamePerson(ended, await linkOfSession(tx, sessionId));
        // SECURITY: max_age is only a wish; a provider that ignores it would make a step-up of nothing (Core §3.1.2.1).
        if (!isFresh(identity.authTime, ended.beganAt, now)) {
          throw refuse('sso_not_fresh', {
            detail:
              identity.authTime === null
                ? sentence('answers/sso', 'noAuthTime', { name: provider.name })
                : sentence('answers/sso', 'notFresh', { name: provider.name }),
          });
        }
        await requireProven(tx, deps.keys, { linkId, userId });
        const { amr, acr, mfaAsserted } = identity;
        const renewed = await renewSession(tx, deps, { sessionId, mfaAsserted, now });
        const account = await readAccount(tx, deps.keys, userId, await writtenPolicy(tx, deps.keys), now);
        if (!renewed || !account) return null;
        await recordAnswer(tx, { linkId, amr, acr, mfaAsserted });
        await recordSignIn(tx, linkId, now);
        const { id, username, name, email } = account.user;
        await appendAudit(tx, deps, {
          at: now,
          action: 'step_up.succeeded',
          actor: { id, name },
          target: { id, name },
          data: { via: 'sso', provider: provider.name, mfaAsserted },
        });
        return { ...renewed, user: { id, username, name, email, roles: account.roles } };
      });
      if (!made) throw refuse('not_signed_in');
      return made;
    },
  };
}

/** SECURITY: a link that was made before its person had MFA is not known to be theirs, and confirms nothing in their place. */
async function requireProven(
  tx: Tx,
  keys: Keyring,
  { linkId, userId }: { linkId: string; userId: string },
): Promise<void> {
  if ((await isProven(tx, keys, linkId)) || (await userById(tx, userId))?.mfa_state === 'off') return;
  throw refuse('sso_not_this_session', {
    detail: sentence('answers/sso', 'setUpSince'),
  });
}
