import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../../contract/words/sentence.ts';
import { answerProblem } from './problems.ts';

/** The web shell: the same renderer as the desktop's, with a page for every address that is not the API's. */
export async function registerWebShell(app: FastifyInstance, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      // Files below assets/ carry their hash in the name; the page itself is asked for anew.
      setHeaders: (reply, path) =>
        reply.header(
          'cache-control',
          /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !/\.[a-z0-9]+$/i.test(request.url.split('?')[0] ?? '');
    if (built && wantsPage) return reply.sendFile('index.html', folder);
    return answerProblem(reply, 'not_found', { detail: sentence('answers/http', 'nothingHere') });
  });
}
