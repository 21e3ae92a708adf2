import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '../../crypto/hash.ts';
import type { OtherMethods } from '../otherMethods.ts';
import { describeApi } from './document.ts';

const DOCUMENT = '/api/openapi.json';
const PAGES = '/api/docs';
/** Of a connection, which isn't that of the pages' own server. */
const OF_A_CONNECTION = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);

/** The document at /api/openapi.json, readable at /api/docs. Both are made once, when they are first asked for. */
export function registerOpenApi(app: FastifyInstance, version: string, otherMethods: OtherMethods): void {
  registerPages(app);
  let made: { body: Buffer; etag: string } | undefined;
  const document = () => {
    if (made) return made;
    const body = Buffer.from(JSON.stringify(describeApi(version)));
    made = { body, etag: `"${sha256Hex(body).slice(0, 32)}"` };
    return made;
  };

  otherMethods.refuse(DOCUMENT, new Set(['GET', 'HEAD']));
  app.get(DOCUMENT, (request, reply) => {
    const { body, etag } = document();
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(body);
  });
}

function registerPages(app: FastifyInstance): void {
  let made: Promise<FastifyInstance> | undefined;
  const show = async ({ method, url, headers }: FastifyRequest, reply: FastifyReply) => {
    made ??= import('./pages.ts').then(({ createPages }) => createPages(PAGES, DOCUMENT));
    const pages = await made;
    const asked = { method: method === 'HEAD' ? ('HEAD' as const) : ('GET' as const), url, headers };
    const answer = await pages.inject(asked);
    if (answer.statusCode === 404) {
      reply.callNotFound();
      return reply;
    }
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined && !OF_A_CONNECTION.has(name)) reply.header(name, value);
    }
    return reply.code(answer.statusCode).send(answer.rawPayload);
  };
  app.get(PAGES, show);
  app.get(`${PAGES}/*`, show);
  app.addHook('onClose', async () => {
    await (await made)?.close();
  });
}

/** Whether the client holds this version (RFC 9110 §13.1.2: compared weakly). */
function isHeld(held: string | undefined, etag: string): boolean {
  const tags = (held ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
