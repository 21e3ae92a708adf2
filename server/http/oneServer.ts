import type { FastifyInstance } from 'fastify';
import { onOneServer } from '../db/scope.ts';

/** A request is answered by one database server: what is read and what is written never come from two, as at a failover. */
export function registerOneServer(app: FastifyInstance): void {
  app.addHook('onRequest', (_request, _reply, done) => onOneServer(done));
}
