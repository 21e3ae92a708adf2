import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { OPERATION_NAMES } from '../../contract/operations.ts';
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

/** OpenAPI 3.1 from the same schemas that the routes validate with, at /api/openapi.json and readable at /api/docs. */
export async function registerOpenApi(app: FastifyInstance, version: string): Promise<void> {
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
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
