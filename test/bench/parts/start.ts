import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../support/load.ts';
import { environment } from '../support/organisation.ts';
import { memoryOf, run } from '../support/processes.ts';
import type { Line } from '../support/report.ts';
import { serveArgs } from '../support/session.ts';
import type { Session } from '../support/session.ts';

const STARTS = 5;
/** What a start leaves over is collected by then. */
const REST_MS = 3_000;

/** From the start of the process to *ready*, on an organisation that exists, and what it holds at rest. */
export async function start({ place }: Session): Promise<Line[]> {
  const seen: { ready: number; idle: number }[] = [];
  for (let turn = 0; turn < STARTS; turn += 1) {
    const server = await run(serveArgs(place), environment);
    await wait(REST_MS);
    seen.push({ ready: server.readyAfter, idle: memoryOf(server.pid) });
    await server.stop();
  }
  const ready = median(seen.map((each) => each.ready));
  const idle = median(seen.map((each) => each.idle));
  return [
    { name: 'start to ready', unit: 'ms', value: ready, more: false, goal: 450 },
    { name: 'memory at rest', unit: 'MB', value: idle, more: false, goal: 110 },
  ];
}

/** After everything before it was asked of the server. */
export function underLoad({ server }: Session): Promise<Line[]> {
  const value = memoryOf(server.pid);
  return Promise.resolve([{ name: 'memory under load', unit: 'MB', value, more: false }]);
}
