import type { FastifyInstance } from 'fastify';
import { API_BASE } from '../../contract/operations.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Deps } from '../context.ts';
import { ping } from '../db/ping.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { refuse } from '../refusal.ts';
import type { Serving } from '../serving.ts';
import { isFromThisMachine } from './proxied.ts';
import { described } from './declared.ts';
import type { OtherMethods } from './otherMethods.ts';

/** Load balancers give up after a few seconds; a database that takes longer isn't there for them. */
const READY_MS = 3_000;

/**
 * For load balancers and operators. `live`: the process answers; `ready`: its database answers and takes writes, its clock is
 * right and it isn't about to end.
 */
export function registerHealth(
  app: FastifyInstance,
  { db, now }: Deps,
  { serving, otherMethods }: { serving: Serving; otherMethods: OtherMethods },
): void {
  const startedAt = now();
  for (const base of ['', API_BASE]) {
    app.get(`${base}/health/live`, described('health.live'), () => ({ status: 'ok' }));
    app.get(`${base}/health/ready`, described('health.ready'), async () => {
      const why = await serving.notReady();
      if (why !== null) throw refuse('unavailable', { detail: why, retryAfter: 2 });
      await inTime(ping(db));
      return { status: 'ok' };
    });
    app.get(`${base}/metrics`, described('health.metrics'), async (request, reply) => {
      if (!isFromThisMachine(request)) {
        throw refuse('forbidden', { detail: sentence('answers/http', 'metricsHereOnly') });
      }
      reply.type('text/plain; version=0.0.4');
      return metrics(startedAt, now());
    });
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      otherMethods.refuse(base + path, new Set(['GET', 'HEAD']));
    }
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DatabaseUnavailable('The database does not answer.')), READY_MS);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Prometheus text format. */
function metrics(startedAt: number, now: number): string {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const lines: [string, 'gauge' | 'counter', number][] = [
    ['gatehouse_uptime_seconds', 'gauge', (now - startedAt) / 1000],
    ['process_resident_memory_bytes', 'gauge', rss],
    ['nodejs_heap_size_used_bytes', 'gauge', heapUsed],
    ['process_cpu_seconds_total', 'counter', (user + system) / 1_000_000],
  ];
  return lines.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join('');
}
