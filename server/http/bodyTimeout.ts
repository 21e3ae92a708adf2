import type { ServerHttp2Stream } from 'node:http2';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { refuseOnSocket } from './clientErrors.ts';
import { streamOf } from './http2Sessions.ts';
import { answerProblem } from './problems.ts';
import { voiceFor } from './reader.ts';

/**
 * Ends requests whose body doesn't come in time, also where they were answered before it did. What takes large files has
 * longer, once it is known that the caller may send them.
 *
 * @param ordinary bytes of the bodies that have to be there within `timeouts.body`
 */
export function registerBodyTimeout(
  app: FastifyInstance,
  { timeouts, ordinary }: { timeouts: Config['timeouts']; ordinary: number },
): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>();

  function allow(time: number, request: FastifyRequest, reply: FastifyReply): void {
    const { raw } = request;
    clearTimeout(timers.get(request));
    const timer = setTimeout(() => {
      // Who asks from within this process (`inject`) comes by no line, and is neither complete nor incomplete.
      const { complete } = raw as { complete?: boolean };
      if (complete !== false || raw.socket.destroyed) return;
      const stream = streamOf(request);
      if (stream) refuseOnStream(stream, reply);
      else if (reply.raw.headersSent) raw.destroy();
      else refuseOnSocket(raw.socket, 'request_timeout', voiceFor(request));
    }, time);
    timers.set(request, timer.unref());
    raw.once('end', () => clearTimeout(timer));
  }

  app.addHook('onRequest', async (request, reply) => {
    if (hasBody(request)) allow(timeouts.body, request, reply);
  });
  app.addHook('preParsing', async (request, reply) => {
    if (hasBody(request) && request.routeOptions.bodyLimit > ordinary) allow(timeouts.upload, request, reply);
  });
}

/** The one request of its connection that is late; the others go on. */
function refuseOnStream(stream: ServerHttp2Stream, reply: FastifyReply): void {
  const close = () => {
    stream.close();
    // What came and nobody read would keep it.
    stream.resume();
  };
  if (reply.sent) return close();
  stream.once('finish', close);
  void answerProblem(reply, 'request_timeout');
}

function hasBody(request: FastifyRequest): boolean {
  const { headers } = request;
  const stream = streamOf(request);
  if (stream) return !stream.endAfterHeaders;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
}
