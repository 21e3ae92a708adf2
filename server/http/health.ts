import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API_BASE } from '../../contract/operations.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Deps } from '../context.ts';
import { refuse } from '../refusal.ts';
import type { Serving } from '../serving.ts';
import { sentenceOfTrouble } from '../storageWatch.ts';
import type { Connections } from './connections.ts';
import { isFromThisMachine } from './proxied.ts';
import { described } from './declared.ts';
import { METRICS_TYPE, tokenMatches } from './metricsAccess.ts';
import type { OtherMethods } from './otherMethods.ts';

/**
 * For load balancers and operators. `live`: the process answers; `ready`: its database answers and takes writes, its clock is
 * right and it isn't about to end.
 */
export function registerHealth(
  app: FastifyInstance,
  { storage, config }: Pick<Deps, 'storage' | 'config'>,
  {
    serving,
    connections,
    otherMethods,
    metrics,
  }: {
    serving: Serving;
    connections: Connections;
    otherMethods: OtherMethods;
    metrics: { text(): Promise<string> };
  },
): void {
  for (const base of ['', API_BASE]) {
    app.get(`${base}/health/live`, described('health.live'), () => ({ status: 'ok' }));
    app.get(`${base}/health/ready`, described('health.ready'), async () => {
      const why = connections.isFull() ? sentence('answers/http', 'tooManyOpen') : await serving.notReady();
      if (why !== null) throw refuse('unavailable', { detail: why, retryAfter: 2 });
      const trouble = await storage.look();
      if (trouble) throw refuse('unavailable', { detail: sentenceOfTrouble(trouble), retryAfter: 2 });
      return { status: 'ok' };
    });
    app.get(`${base}/metrics`, described('health.metrics'), async (request, reply) => {
      requireMonitoring(request, config.metricsToken);
      reply.type(METRICS_TYPE);
      return metrics.text();
    });
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      otherMethods.refuse(base + path, new Set(['GET', 'HEAD']));
    }
  }
}

/** Whoever has the token, where there is one; else this machine. */
function requireMonitoring(request: FastifyRequest, token: string | null): void {
  if (token === null) {
    if (isFromThisMachine(request)) return;
    throw refuse('forbidden', { detail: sentence('answers/http', 'metricsHereOnly') });
  }
  if (tokenMatches(request.headers.authorization, token)) return;
  throw refuse('not_signed_in', { detail: sentence('answers/http', 'metricsToken') });
}
