import type { FastifyRequest } from 'fastify';
import { SESSION_HEADER } from '../../contract/operations.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Deps } from '../context.ts';
import { writtenPolicy } from '../domain/policy/current.ts';
import { actorOf, readAccount } from '../domain/sessions/account.ts';
import { endAltered } from '../domain/sessions/altered.ts';
import { findSession, touchSession } from '../domain/sessions/store.ts';
import { tokenOf } from './cookies.ts';
import { refuse } from '../refusal.ts';
import type { Authenticate } from './caller.ts';
import type { RequireOwnSite } from './guards.ts';
import { rememberReader } from './reader.ts';
import { rememberPerson } from './requestLog.ts';

/**
 * The person behind a request's token. A change of policy, role or status counts at once: all is read anew.
 *
 * @param requireOwnSite asked before the session is touched: another site must not keep it alive.
 * @param touches whether the request counts as the person's doing; a stream that stands by itself must not keep a
 *   session from its idle end.
 */
export function createAuthenticate(
  deps: Deps,
  requireOwnSite: RequireOwnSite,
  { touches = true }: { touches?: boolean } = {},
): Authenticate {
  const { db, keys, storage } = deps;
  return async (request, now) => {
    const presented = tokenOf(request);
    const session = presented && (await findSession(db.kysely, keys, { token: presented.token, now }));
    if (session === 'altered') await endAltered(deps, { token: presented?.token ?? '', now });
    if (!session || session === 'altered') throw notSignedIn();
    requireSameSession(request, session.id);
    const policy = await writtenPolicy(db.kysely, keys);
    const account = await readAccount(db.kysely, deps.keys, session.userId, policy, now);
    if (account?.user.status !== 'active') throw notSignedIn();
    rememberPerson(request, session.userId);
    rememberReader(request, account.user.language || null);
    await requireOwnSite(request);
    if (touches) {
      await touchSession(db.kysely, session, now).catch((error: unknown) => {
        // Who reads goes on reading while nothing can be written; their session ends no later for it.
        if (!storage.heard(error)) throw error;
      });
    }
    return actorOf(account, session, policy);
  };
}

/**
 * SECURITY: a page of the browser says which session it was drawn for. The cookie is that of all its pages: where somebody else has
 * signed in on another one, a page that slept would act, and read, in their name.
 */
function requireSameSession({ headers }: FastifyRequest, sessionId: string): void {
  const drawnIn = headers[SESSION_HEADER];
  if (drawnIn !== undefined && drawnIn !== sessionId) throw refuse('other_session');
}

function notSignedIn() {
  return refuse('not_signed_in', { detail: sentence('answers/http', 'signInAgain') });
}
