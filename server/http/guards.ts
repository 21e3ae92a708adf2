import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sentence } from '../../contract/words/sentence.ts';
import { readSettings } from '../domain/settings/current.ts';
import { publicUrlOf } from '../domain/settings/effective.ts';
import type { Deps } from '../context.ts';
import { tokenOf } from './cookies.ts';
import { hostName, isOwnHost } from './hosts.ts';
import { refuse } from '../refusal.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What is checked before anything else: by which name the server is addressed. */
export function registerHostGuard(app: FastifyInstance, deps: Deps): void {
  app.addHook('onRequest', async (request) => refuseForeignHost(request, deps));
}

/** Refuses a write that another site asks for. Where an operation wants a session, that is looked for first: 401 goes before 403. */
export type RequireOwnSite = (request: FastifyRequest) => Promise<void>;
export const createSiteGuard =
  (deps: Deps): RequireOwnSite =>
  (request) =>
    refuseForeignOrigin(request, deps);

async function refuseForeignHost(request: FastifyRequest, deps: Deps): Promise<void> {
  // The settings are only read for names that might be this server's.
  if (isOwnHost(request.host, [])) return;
  const own = [hostName(new URL(await publicUrl(deps)).host), deps.config.host.toLowerCase()];
  if (
    isOwnHost(
      request.host,
      own.filter((name) => name !== null),
    )
  )
    return;
  throw refuse('host_refused', { detail: sentence('answers/http', 'otherHost') });
}

/**
 * Every write from a browser names its site, and it has to be this one (S-16). A write with the cookie and without an
 * Origin is no browser's; a program sends a bearer token.
 */
async function refuseForeignOrigin(request: FastifyRequest, deps: Deps): Promise<void> {
  if (READS.has(request.method)) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    if (tokenOf(request)?.from !== 'cookie') return;
  } else if (origin === `${request.protocol}://${request.host}`) {
    return;
  } else if (origin === new URL(await publicUrl(deps)).origin) {
    // Behind a proxy that ends TLS, this server sees another scheme than the browser does.
    return;
  }
  throw refuse('origin_refused', { detail: sentence('answers/http', 'otherOrigin') });
}

async function publicUrl({ db, config }: Deps): Promise<string> {
  return publicUrlOf(config, await readSettings(db.kysely));
}
