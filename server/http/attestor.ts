import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type Provider from 'oidc-provider';
import { ATTESTOR_PATHS } from '../../contract/attestor.ts';
import { paths } from '../../contract/paths.ts';
import { withMarks } from '../../contract/text.ts';
import { sentence } from '../../contract/words/sentence.ts';
import { plainAddress } from '../address.ts';
import { askedFrom } from '../domain/audit/origin.ts';
import { refuse } from '../refusal.ts';
import type { Origin } from '../context.ts';

/** What browsers may bring of this protocol: nobody stays signed in here by it. */
const COOKIES = /^_interaction(?:_resume)?(?:\.sig)?=/;

interface Arrival {
  uid: string;
  pushed: string;
  hint: string | null;
  claims: string | undefined;
  origin: Origin;
  now: number;
}

/** What answers another system; nobody is answered where there is no provider. */
interface Attestor {
  provider(): Promise<Provider | undefined>;
  publicUrl(): Promise<string>;
  clientId(): Promise<string | undefined>;
  /** Where the question of a browser stands. */
  arrive(arrival: Arrival): Promise<{ id: string; answer: 'verified' | 'failed' | null } | undefined>;
}

interface How {
  attestor: Attestor;
  limitAddress: (request: FastifyRequest) => Promise<void>;
  now: () => number;
}

/** The addresses at which another system asks, and browsers come by. Where nobody may ask, there is nothing. */
export async function registerAttestor(
  app: FastifyInstance,
  { attestor, limitAddress, now }: How,
): Promise<void> {
  /** Refuses with `not_found`. */
  async function required(request: FastifyRequest): Promise<Provider> {
    await limitAddress(request);
    const provider = await attestor.provider();
    if (!provider) throw refuse('not_found', { detail: sentence('answers/http', 'nothingHere') });
    await prepare(request, attestor);
    return provider;
  }

  await app.register(async (scope) => {
    // Read by the protocol's own hands, with a limit of its own.
    scope.addContentTypeParser('application/x-www-form-urlencoded', (_request, _payload, done) => done(null));

    const protocol = async (request: FastifyRequest, reply: FastifyReply) => {
      const provider = await required(request);
      takeOver(reply);
      await provider.callback()(request.raw, reply.raw);
    };
    const { par, authorize, token, keys, discovery, check } = ATTESTOR_PATHS;
    for (const path of [par, authorize, `${authorize}/:uid`, token, keys, discovery])
      scope.all(path, protocol);

    scope.get<{ Params: { uid: string } }>(`${check}/:uid`, async (request, reply) => {
      const provider = await required(request);
      const over = () => reply.redirect(paths.identityCheck(), 303);
      const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined);
      const { uid } = request.params;
      // SECURITY: the cookie says whose browser it is, not the address.
      if (details?.uid !== uid || details.parJti === undefined) return over();
      const agent = withMarks(request.headers['user-agent'] ?? '').slice(0, 300);
      const origin = { address: plainAddress(request.ip), userAgent: agent || null };
      const arrival = {
        uid,
        pushed: details.parJti,
        hint: details.params.login_hint?.slice(0, 200) ?? null,
        claims: details.params.claims,
        origin,
        now: now(),
      };
      const found = await askedFrom({ ...origin, session: null, factors: [] }, () =>
        attestor.arrive(arrival),
      );
      if (!found) return over();
      if (found.answer === null) return reply.redirect(`${paths.identityCheck()}#${uid}`, 303);
      takeOver(reply);
      const login = { accountId: found.id, remember: false };
      await provider.interactionFinished(request.raw, reply.raw, { login });
      return reply;
    });
  });
}

/**
 * Puts a request as the protocol's library is to read it. SECURITY: the host and scheme are those of the public address, whatever who
 * asks says; and no cookie makes somebody known who was asked about before.
 */
async function prepare({ raw }: FastifyRequest, attestor: Attestor): Promise<void> {
  const { host, protocol } = new URL(await attestor.publicUrl());
  raw.headers['x-forwarded-host'] = host;
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  delete raw.headers['x-forwarded-for'];
  // By neither of the two the library sees that there is a body; HTTP/2 needs none.
  if (raw.method === 'POST' && raw.headers['content-length'] === undefined)
    raw.headers['transfer-encoding'] = 'chunked';
  const kept = (raw.headers.cookie ?? '').split(/;\s*/).filter((cookie) => COOKIES.test(cookie));
  raw.headers.cookie = kept.join('; ');
  raw.url = await withClient(raw.url ?? '', attestor);
}

/** Okta names no client where a pushed request does; there is one only. */
async function withClient(url: string, attestor: Attestor): Promise<string> {
  const [path, query = ''] = url.split('?');
  const asked = new URLSearchParams(query);
  if (path !== ATTESTOR_PATHS.authorize || !asked.has('request_uri') || asked.has('client_id')) return url;
  asked.set('client_id', (await attestor.clientId()) ?? '');
  return `${path}?${asked.toString()}`;
}

/** What this server says with every answer goes with those of the library, too. */
function takeOver(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
}
