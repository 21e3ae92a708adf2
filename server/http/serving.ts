import type { FastifyInstance } from 'fastify';
import { API_BASE } from '../../contract/operations.ts';
import { refuse } from '../refusal.ts';
import type { Serving } from '../serving.ts';
import { askNoMore } from './askNoMore.ts';

const RETRY_SECONDS = 2;

/** Refuses what this server can't do now, and closes connections when it is about to end. */
export function registerServing(app: FastifyInstance, serving: Serving): void {
  app.addHook('onRequest', async (request, reply) => {
    const { url } = request;
    // A client that keeps its connection would find it closed under its next request.
    if (serving.isLeaving()) askNoMore(request, reply);
    if (!url.startsWith(`${API_BASE}/`) || url.startsWith(`${API_BASE}/health/`)) return;
    const why = await serving.refusal();
    if (why !== null) throw refuse('unavailable', { detail: why, retryAfter: RETRY_SECONDS });
  });
}
