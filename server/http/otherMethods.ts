import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { sentence } from '../../contract/words/sentence.ts';
import { refuse } from '../refusal.ts';
import { answerProblem } from './problems.ts';

/** Those that routes are asked by. */
const ROUTED: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];

export interface OtherMethods {
  /** Answers every other method at this address with 405. HEAD goes with GET, but where a stream would never end. */
  refuse(path: string, methods: ReadonlySet<string>): void;
  /** Once all addresses are told: keeps one from being taken for another by a method that only that one has. */
  keepApart(): void;
}

interface Known {
  path: string;
  pattern: RegExp;
  methods: ReadonlySet<string>;
  allow: string;
}

/** 405 for a known address by another method, with the ones that it takes (RFC 9110 §15.5.6); before any body is read. */
export function createOtherMethods(app: FastifyInstance): OtherMethods {
  const known: Known[] = [];

  function answer(allow: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return answerProblem(reply.header('allow', allow), 'method_not_allowed', {
      detail: sentence('answers/http', 'otherMethod', { method: request.method, allow }),
    });
  }

  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return undefined;
    const path = request.url.split('?')[0] ?? '';
    const found = known.find((one) => one.path === path) ?? known.find(({ pattern }) => pattern.test(path));
    if (found) return answer(found.allow, request, reply);
    // What asks for a page may get the console's; everything else is answered before its body is read.
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw refuse('not_found', { detail: sentence('answers/http', 'nothingHere') });
    }
    return undefined;
  });

  return {
    refuse(path, methods) {
      const allow = [...methods].toSorted().join(', ');
      known.push({ path, pattern: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`), methods, allow });
    },
    // `GET /users/import` is no user's page. A route for each method of each address would take as long as all the others.
    keepApart() {
      for (const { path, methods, allow } of known) {
        const like = path.replaceAll(':', '');
        const takers = known.filter((other) => other.path !== path && other.pattern.test(like));
        const method = ROUTED.filter(
          (one) => !methods.has(one) && takers.some((taker) => taker.methods.has(one)),
        );
        if (method.length === 0) continue;
        app.route({
          method,
          url: path,
          onRequest: async (request, reply) => answer(allow, request, reply),
          // Never reached.
          handler: async () => undefined,
        });
      }
    },
  };
}
