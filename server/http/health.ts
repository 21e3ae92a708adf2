import type { FastifyInstance } from 'fastify';
import { API_BASE } from '../../contract/operations.ts';
import type { Deps } from '../context.ts';
import { ping } from '../db/ping.ts';
import { plainAddress } from '../address.ts';
import { isLoopback } from '../config.ts';
import { refuse } from '../refusal.ts';
import type { OtherMethods } from './otherMethods.ts';

/** For load balancers and operators. `live`: the process answers; `ready`: so does its database. */
export function registerHealth(app: FastifyInstance, { db, now }: Deps, otherMethods: OtherMethods): void {
  const startedAt = now();
  for (const base of ['', API_BASE]) {
    app.get(`${base}/health/live`, { schema: { hide: base === '', security: [], tags: ['health'] } }, () => ({
      status: 'ok',
    }));
    app.get(
      `${base}/health/ready`,
      { schema: { hide: base === '', security: [], tags: ['health'] } },
      async () => {
        await ping(db);
        return { status: 'ok' };
      },
    );
    app.get(`${base}/metrics`, { schema: { hide: true } }, async (request, reply) => {
      // The socket's own address, for a forwarded header must not open this; and whom a proxy on this machine speaks for.
      const addresses = [request.socket.remoteAddress ?? '', request.ip];
      if (!addresses.every((address) => isLoopback(plainAddress(address))))
        throw refuse('forbidden', { detail: 'Metrics are given to this machine only.' });
      reply.type('text/plain; version=0.0.4');
      return metrics(startedAt, now());
    });
    for (const path of ['/health/live', '/health/ready', '/metrics']) {
      otherMethods.refuse(base + path, new Set(['GET', 'HEAD']));
    }
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
