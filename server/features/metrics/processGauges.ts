import type { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Deps } from '../../context.ts';
import type { Gauge } from '../../measures.ts';

export type LoopDelay = ReturnType<typeof monitorEventLoopDelay>;

const NANO = 1e9;

/** Of this process: its queues, its memory, its turns. */
export function processGauges(
  { db, passwords }: Pick<Deps, 'db' | 'passwords'>,
  delay: Pick<LoopDelay, 'count' | 'max' | 'percentile'>,
): Gauge[] {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const hashing = passwords.load();
  const pool = db.load();
  const quantile = (percent: number) => (delay.count === 0 ? 0 : delay.percentile(percent) / NANO);
  return [
    {
      name: 'gatehouse_event_loop_delay_seconds',
      help: 'How late turns of the event loop began since the last question.',
      values: [
        [{ quantile: '0.5' }, quantile(50)],
        [{ quantile: '0.99' }, quantile(99)],
        [{ quantile: '1' }, delay.count === 0 ? 0 : delay.max / NANO],
      ],
    },
    {
      name: 'gatehouse_password_hashes',
      help: 'Passwords that are being hashed, and that wait for it.',
      values: [
        [{ state: 'running' }, hashing.running],
        [{ state: 'waiting' }, hashing.waiting],
      ],
    },
    {
      name: 'gatehouse_database_connections',
      help: 'Connections of the pool; on SQLite there is none.',
      values: pool
        ? [
            [{ state: 'busy' }, pool.open - pool.idle],
            [{ state: 'idle' }, pool.idle],
          ]
        : [],
    },
    {
      name: 'gatehouse_database_waiting',
      help: 'Who waits for a connection of the pool.',
      values: pool ? [[{}, pool.waiting]] : [],
    },
    ...replicaGauges(db),
    { name: 'process_resident_memory_bytes', help: 'Memory of the process.', values: [[{}, rss]] },
    { name: 'nodejs_heap_size_used_bytes', help: 'Heap in use.', values: [[{}, heapUsed]] },
    {
      name: 'process_cpu_seconds_total',
      help: 'Time on a processor.',
      type: 'counter',
      values: [[{}, (user + system) / 1_000_000]],
    },
  ];
}

function replicaGauges({ replica }: Deps['db']): Gauge[] {
  if (!replica) return [];
  const { lag, used, lent } = replica.state();
  return [
    {
      name: 'gatehouse_replica_lag_seconds',
      help: 'How far the replica is behind the primary; missing where that is not known.',
      values: lag === null ? [] : [[{}, lag]],
    },
    {
      name: 'gatehouse_replica_used',
      help: 'Whether lists, searches, reports and exports may come from the replica.',
      values: [[{}, used ? 1 : 0]],
    },
    {
      name: 'gatehouse_list_queries_total',
      help: 'Queries of lists, searches, reports and exports, by which server answered.',
      type: 'counter',
      values: [
        [{ from: 'replica' }, lent.replica],
        [{ from: 'primary' }, lent.primary],
      ],
    },
  ];
}
