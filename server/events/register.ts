import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

import { API_BASE, EVENTS_PATH } from '../../contract/operations.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Deps } from '../context.ts';
import { described } from '../http/declared.ts';
import type { OtherMethods } from '../http/otherMethods.ts';
import type { Authenticate } from '../http/caller.ts';
import { refuse } from '../refusal.ts';
import { createPace } from './pace.ts';
import { openEventStream } from './stream.ts';

/** Windows and tabs of one session that may watch at the same time, and those of one person's sessions together. */
const MOST_OF_A_SESSION = 8;
const MOST_OF_A_PERSON = 24;
/** How many look at their session in one round of the event loop. */
const LOOKS_EACH_ROUND = 10;

/**
 * GET /events: live events as text/event-stream, what the caller may see and no data.
 *
 * @param authenticate must not count as the person's doing: a stream has no idle end of its own.
 */
export function registerEvents(
  app: FastifyInstance,
  { events, now, config }: Pick<Deps, 'events' | 'now' | 'config'>,
  { authenticate, otherMethods }: { authenticate: Authenticate; otherMethods: OtherMethods },
): void {
  const streams = new Map<Readable, { sessionId: string; userId: string }>();
  const pace = createPace(LOOKS_EACH_ROUND);
  const url = API_BASE + EVENTS_PATH;

  /** The new one is refused and none is closed for it: whoever loses theirs would come back and take another's. */
  function requireRoom({ sessionId, userId }: { sessionId: string; userId: string }): void {
    const own = [...streams.values()].filter((watching) => watching.userId === userId);
    const ofSession = own.filter((watching) => watching.sessionId === sessionId);
    if (ofSession.length >= MOST_OF_A_SESSION || own.length >= MOST_OF_A_PERSON) {
      throw refuse('too_many_requests', {
        detail: sentence('answers/http', 'tooManyWindows'),
        retryAfter: 30,
      });
    }
    if (streams.size >= config.mostStreams) {
      throw refuse('unavailable', {
        detail: sentence('answers/http', 'tooManyWatch'),
        retryAfter: 30,
      });
    }
  }

  app.get(url, { exposeHeadRoute: false, ...described('events.stream') }, async (request, reply) => {
    const { actor } = await authenticate(request, now());
    const { sessionId, userId } = actor;
    requireRoom({ sessionId, userId });
    const stream = openEventStream({
      look: async () => {
        await pace();
        return authenticate(request, now());
      },
      subscribe: events.subscribe,
      onEnd: () => streams.delete(stream),
    });
    streams.set(stream, { sessionId, userId });
    // Proxies (nginx) would keep the events back to fill their buffers.
    reply.header('x-accel-buffering', 'no').header('cache-control', 'no-store').type('text/event-stream');
    return reply.send(stream);
  });
  otherMethods.refuse(url, new Set(['GET']));

  // Streams never end by themselves: without this, closing the server would wait for them.
  app.addHook('preClose', (done) => {
    for (const stream of streams.keys()) stream.destroy();
    done();
  });
}
