import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../../contract/words/sentence.ts';
import { answerProblem } from './problems.ts';

/** The web shell: the same renderer as the desktop's, with a page for every address that is not the API's. */
export async function registerWebShell(app: FastifyInstance, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(join(folder, 'index.html'));
  const files = built ? addressesOf(folder) : new Set<string>();
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      // Two routes for each of some hundred files would be a tenth of a start.
      serve: false,
      index: false,
      // The build leaves each file compressed beside itself: served by what the browser takes, and at no address of its own.
      preCompressed: true,
      // Files below assets/ carry their hash in the name; the page itself is asked for anew.
      setHeaders: (reply, path) =>
        reply.header(
          'cache-control',
          /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (built && reads && files.has(path)) return reply.sendFile(path.slice(1), folder);
    const wantsPage = reads && !request.url.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(path);
    if (built && wantsPage) return reply.sendFile('index.html', folder);
    return answerProblem(reply, 'not_found', { detail: sentence('answers/http', 'nothingHere') });
  });
}

/** Where each file of the shell is asked for, but those that are another one compressed. */
function addressesOf(folder: string, below = '/'): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const address = `${below}${entry.name}`;
    if (entry.isDirectory()) for (const one of addressesOf(folder, `${address}/`)) found.add(one);
    else if (!/\.(br|gz)$/.test(entry.name)) found.add(address);
  }
  return found;
}
