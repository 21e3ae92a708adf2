import type { Http2SecureServer, ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Lets the connections of HTTP/2 end what they are at, and no more, when the server closes: Node 22 would wait for them to be idle. */
export function endSessionsOnClose(app: FastifyInstance, server: Http2SecureServer): void {
  const sessions = new Set<ServerHttp2Session>();
  server.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  app.addHook('preClose', (done) => {
    for (const session of sessions) session.close();
    done();
  });
}

/** Of a request by HTTP/2; its socket belongs to others, too. */
export function streamOf({ raw }: FastifyRequest): ServerHttp2Stream | undefined {
  return 'stream' in raw ? (raw.stream as ServerHttp2Stream) : undefined;
}
