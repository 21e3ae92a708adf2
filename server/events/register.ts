import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { API_BASE, EVENTS_PATH } from '../../contract/operations.ts';
import type { Deps } from '../context.ts';
import { refuseOtherMethods } from '../http/register.ts';
import type { Authenticate } from '../http/caller.ts';
import { refuse } from '../refusal.ts';
import { openEventStream } from './stream.ts';

/** Windows and tabs of one session that may watch at the same time. */
const MOST_STREAMS = 8;

/**
 * GET /events: live events as text/event-stream, what the caller may see and no data.
 *
 * @param authenticate must not count as the person's doing: a stream has no idle end of its own.
 */
export function registerEvents(
  app: FastifyInstance,
  { events, now }: Pick<Deps, 'events' | 'now'>,
  authenticate: Authenticate,
): void {
  const streams = new Map<string, Set<Readable>>();
  const url = API_BASE + EVENTS_PATH;

  app.get(
    url,
    {
      exposeHeadRoute: false,
      schema: {
        operationId: 'events.stream',
        summary: 'Live events: what to look at again',
        tags: ['events'],
      },
    },
    async (request, reply) => {
      const { actor } = await authenticate(request, now());
      const { sessionId } = actor;
      const own = streams.get(sessionId) ?? new Set();
      if (own.size >= MOST_STREAMS) {
        throw refuse('too_many_requests', {
          detail: 'This session watches in too many windows. Close some of them.',
          retryAfter: 30,
        });
      }
      const stream = openEventStream({
        look: () => authenticate(request, now()),
        subscribe: events.subscribe,
        onEnd: () => {
          own.delete(stream);
          if (own.size === 0) streams.delete(sessionId);
        },
      });
      streams.set(sessionId, own.add(stream));
      // Proxies (nginx) would keep the events back to fill their buffers.
      reply.header('x-accel-buffering', 'no').header('cache-control', 'no-store').type('text/event-stream');
      return reply.send(stream);
    },
  );
  refuseOtherMethods(app, url, new Set(['GET']));

  // Streams never end by themselves: without this, closing the server would wait for them.
  app.addHook('preClose', (done) => {
    for (const own of streams.values()) for (const stream of own) stream.destroy();
    done();
  });
}
