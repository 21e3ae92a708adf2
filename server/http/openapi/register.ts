import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { sha256Hex } from '../../crypto/hash.ts';
import type { OtherMethods } from '../otherMethods.ts';
import { describeApi } from './document.ts';

const DOCUMENT = '/api/openapi.json';

/** The document at /api/openapi.json, readable at /api/docs. Written once, when it is first asked for. */
export async function registerOpenApi(
  app: FastifyInstance,
  version: string,
  otherMethods: OtherMethods,
): Promise<void> {
  let made: { body: Buffer; etag: string } | undefined;
  const document = () => {
    if (made) return made;
    const body = Buffer.from(JSON.stringify(describeApi(version)));
    made = { body, etag: `"${sha256Hex(body).slice(0, 32)}"` };
    return made;
  };

  // The page is shown by this package and wants its plugin; what it shows is redirected to the document.
  await app.register(swagger, { mode: 'static', specification: { document: { openapi: '3.1.0' } as never } });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiHooks: {
      onRequest: async (request, reply) => {
        if (/\/(json|yaml)(\?|$)/.test(request.url)) await reply.redirect(DOCUMENT);
      },
    },
  });
  otherMethods.refuse(DOCUMENT, new Set(['GET', 'HEAD']));
  app.get(DOCUMENT, (request, reply) => {
    const { body, etag } = document();
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(body);
  });
}

/** Whether the client holds this version (RFC 9110 §13.1.2: compared weakly). */
function isHeld(held: string | undefined, etag: string): boolean {
  const tags = (held ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
