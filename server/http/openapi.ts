import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { sha256Hex } from '../crypto/hash.ts';
import { OPERATION_NAMES } from '../../contract/operations.ts';
import type { OtherMethods } from './otherMethods.ts';
import { problemResponses, ProblemSchema } from './problemResponses.ts';

interface Described {
  paths: Record<string, Record<string, { operationId?: string; responses: Record<string, unknown> }>>;
}

/** Adds to each operation what it may refuse with. The routes don't carry it: problems are serialised by one function. */
function publishProblems<D extends Described>(document: D): D {
  const described = Object.values(document.paths).flatMap((path) => Object.values(path));
  for (const name of OPERATION_NAMES) {
    const found = described.find(({ operationId }) => operationId === name);
    if (found) Object.assign(found.responses, problemResponses(name));
  }
  return document;
}

const DOCUMENT = '/api/openapi.json';

/**
 * OpenAPI 3.1 from the same schemas that the routes validate with, at /api/openapi.json and readable at /api/docs. Written
 * once, when the server listens.
 */
export async function registerOpenApi(
  app: FastifyInstance,
  version: string,
  otherMethods: OtherMethods,
): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Gatehouse API',
        version,
        description:
          'Multi-factor authentication of an organisation: enrolment, policy, and resets with evidence. Errors are RFC 9457 problem details with a stable `code`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      components: {
        schemas: { Problem: ProblemSchema },
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
          cookie: { type: 'apiKey', in: 'cookie', name: '__Host-gatehouse' },
        },
      },
      security: [{ session: [] }, { cookie: [] }],
    },
    transformObject: (made) =>
      'openapiObject' in made ? publishProblems(made.openapiObject as Described) : made.swaggerObject,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    uiHooks: {
      // The page's own copy would be written anew for each reader.
      onRequest: async (request, reply) => {
        if (/\/json(\?|$)/.test(request.url)) await reply.redirect(DOCUMENT);
      },
    },
  });
  let made: { body: Buffer; etag: string } | undefined;
  const document = () => {
    if (made) return made;
    const body = Buffer.from(JSON.stringify(app.swagger()));
    made = { body, etag: `"${sha256Hex(body).slice(0, 32)}"` };
    return made;
  };
  app.addHook('onListen', async () => void document());
  otherMethods.refuse(DOCUMENT, new Set(['GET', 'HEAD']));
  app.get(DOCUMENT, { schema: { hide: true } }, (request, reply) => {
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
