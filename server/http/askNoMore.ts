import type { FastifyReply, FastifyRequest } from 'fastify';
import { streamOf } from './http2Sessions.ts';

/** Lets a client know that its connection is closed after this answer. */
export function askNoMore(request: FastifyRequest, reply: FastifyReply): void {
  const stream = streamOf(request);
  if (stream) stream.session?.close();
  else reply.header('connection', 'close');
}
