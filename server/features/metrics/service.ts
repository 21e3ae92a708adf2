import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Deps } from '../../context.ts';
import { gaugeText } from '../../measures.ts';
import { version } from '../../version.ts';
import { siemNames } from '../../domain/audit/siemStore.ts';
import { databaseGauges } from './databaseGauges.ts';
import { processGauges } from './processGauges.ts';
import type { LoopDelay } from './processGauges.ts';

/** Monitoring gives up after some seconds; what a database in trouble can't tell is left out. */
const DATABASE_MS = 3000;

export interface MetricsService {
  /** In Prometheus' text format. */
  text(): Promise<string>;
  /** No longer watches the event loop. */
  stop(): void;
}

export function createMetricsService(deps: Deps): MetricsService {
  const { db, config, now, measures, storage } = deps;
  const startedAt = now();
  let delay: LoopDelay | undefined;

  async function databaseTexts(): Promise<string> {
    const { promise: late, resolve: giveUp } = Promise.withResolvers<null>();
    const timer = setTimeout(() => giveUp(null), DATABASE_MS);
    const read = databaseGauges(db.kysely, now(), siemNames(config)).catch(() => null);
    const found = await Promise.race([read, late]);
    clearTimeout(timer);
    const up = { name: 'gatehouse_database_up', help: 'Whether the database answered.' };
    const values = [[{}, found === null ? 0 : 1]] as const;
    return [{ ...up, values }, ...(found ?? [])].map(gaugeText).join('');
  }

  return {
    async text() {
      // From the first question on: who asks nothing pays nothing.
      delay ??= startWatching();
      const build = {
        name: 'gatehouse_build_info',
        help: 'What runs here.',
        values: [[{ version, node: process.versions.node, database: db.dialect }, 1]] as const,
      };
      const up = {
        name: 'gatehouse_uptime_seconds',
        help: 'Time since the start.',
        values: [[{}, (now() - startedAt) / 1000]] as const,
      };
      const writable = {
        name: 'gatehouse_database_writable',
        help: 'Whether the database took the last write that was tried.',
        values: [[{}, storage.trouble() === null ? 1 : 0]] as const,
      };
      const own = [build, up, writable, ...processGauges(deps, delay)].map(gaugeText).join('');
      delay.reset();
      return own + measures.requests.text() + measures.codes.text() + (await databaseTexts());
    },
    stop() {
      delay?.disable();
    },
  };
}

function startWatching(): LoopDelay {
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  return histogram;
}
