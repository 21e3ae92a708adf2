import type { Http2SecureServer, Http2Session } from 'node:http2';
import type { Server, Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sentence } from '../../contract/words/sentence.ts';
import { refuse } from '../refusal.ts';
import { askNoMore } from './askNoMore.ts';
import { streamOf } from './http2Sessions.ts';

export interface Connections {
  /** Whether there are as many as the server holds: a load balancer should ask another one. */
  isFull(): boolean;
}

const RETRY_SECONDS = 2;
/** Beyond, so many more are told so; of a small number a quarter. */
const MOST_TOLD = 50;

/**
 * Keeps clients from taking every file that the process may open. Who comes when there are as many connections as it holds is told so with
 * 503, and closed; those who were there before go on. Beyond some more of them nobody is answered at all.
 *
 * @param most connections; the process may open some more files than that
 */
export function registerConnections(app: FastifyInstance, most: number): Connections {
  const server = app.server as Server;
  const surplus = new WeakSet<Socket | Http2Session>();
  let open = 0;
  const isFull = () => open > most;
  server.maxConnections = most + Math.min(MOST_TOLD, Math.ceil(most / 4));
  server.on('connection', (socket: Socket) => {
    open += 1;
    if (isFull()) surplus.add(socket);
    socket.once('close', () => (open -= 1));
  });
  // Of a connection by TLS requests know these.
  server.on('secureConnection', (socket: Socket) => isFull() && surplus.add(socket));
  (server as Http2SecureServer).on('session', (session) => isFull() && surplus.add(session));

  const isSurplus = (request: FastifyRequest) => {
    const session = streamOf(request)?.session;
    return surplus.has(session ?? request.raw.socket);
  };
  app.addHook('onRequest', async (request, reply) => {
    if (!isSurplus(request)) return;
    askNoMore(request, reply);
    if (request.url.endsWith('/health/live')) return;
    throw refuse('unavailable', {
      detail: sentence('answers/http', 'tooManyOpen'),
      retryAfter: RETRY_SECONDS,
    });
  });
  return { isFull };
}
