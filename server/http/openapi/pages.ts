import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';

/**
 * What shows the document to a reader below `prefix`, as a server that listens nowhere: few ask for it, and a start would spend a
 * tenth of its time on it.
 *
 * @param document the address of the document
 */
export async function createPages(prefix: string, document: string): Promise<FastifyInstance> {
  const pages = Fastify({ logger: false, pluginTimeout: 0 });
  // The page is shown by this package and wants its plugin; what it shows is redirected to the document.
  await pages.register(swagger, {
    mode: 'static',
    specification: { document: { openapi: '3.1.0' } as never },
  });
  await pages.register(swaggerUi, {
    routePrefix: prefix,
    staticCSP: true,
    uiHooks: {
      onRequest: async (request, reply) => {
        if (/\/(json|yaml)(\?|$)/.test(request.url)) await reply.redirect(document);
      },
    },
  });
  await pages.ready();
  return pages;
}
