import type { IncomingMessage } from 'node:http';
import type { Server, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { FastifyInstance } from 'fastify';

/**
 * Ends connections by which nobody has asked anything when the server closes, as browsers open them to have one at hand. Node takes such a
 * one for a request that is on its way, and once it closes it waits for that without a limit.
 */
export function endUnusedOnClose(app: FastifyInstance, { isTls }: { isTls: boolean }): void {
  const server = app.server as Server;
  const unused = new Set<Socket>();
  server.on(isTls ? 'secureConnection' : 'connection', (socket: Socket) => {
    // Those of HTTP/2 are ended by their sessions.
    if (isTls && (socket as TLSSocket).alpnProtocol === 'h2') return;
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  app.addHook('preClose', (done) => {
    // What has begun to ask is answered. Of TLS its handshake counts as read, too.
    for (const socket of unused) if (isTls || socket.bytesRead === 0) socket.destroy();
    done();
  });
}
