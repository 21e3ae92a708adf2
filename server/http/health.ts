import type { FastifyInstance } from 'fastify';
import { API_BASE } from '../../contract/operations.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Deps } from '../context.ts';
import { ping } from '../db/ping.ts';
import { DatabaseUnavailable } from '../db/errors.ts';
import { lastBackupAt } from '../domain/audit/store.ts';
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
      const asked = now();
      return metrics({ up: asked - startedAt, ...(await sinceBackup(db, asked)) });
    });
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      otherMethods.refuse(base + path, new Set(['GET', 'HEAD']));
    }
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DatabaseUnavailable('The database does not answer.')), READY_MS);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Nothing where there is no backup, or no database to ask: what is said of the process is said all the same. */
async function sinceBackup({ kysely }: Deps['db'], now: number): Promise<{ backup?: number }> {
  try {
    const last = await inTime(lastBackupAt(kysely));
    return last === null ? {} : { backup: now - last };
  } catch {
    return {};
  }
}

/** Prometheus text format, of milliseconds since the start and since the last backup. */
function metrics({ up, backup }: { up: number; backup?: number }): string {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const lines: readonly (readonly [string, 'gauge' | 'counter', number])[] = [
    ['gatehouse_uptime_seconds', 'gauge', up / 1000],
    ...(backup === undefined ? [] : ([['gatehouse_backup_age_seconds', 'gauge', backup / 1000]] as const)),
    ['process_resident_memory_bytes', 'gauge', rss],
    ['nodejs_heap_size_used_bytes', 'gauge', heapUsed],
    ['process_cpu_seconds_total', 'counter', (user + system) / 1_000_000],
  ];
  return lines.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`).join('');
}
