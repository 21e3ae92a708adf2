import { afterEach } from 'vitest';
import { openSystem } from './systemListener.ts';
import type { Answering, SystemServer } from './systemListener.ts';

export { json } from './systemListener.ts';
export type { Answering, Asked, SystemServer } from './systemListener.ts';

const running = new Set<SystemServer>();
afterEach(async () => {
  for (const system of running) await system.close();
  running.clear();
});

/** `openSystem`, closed after the test. */
export async function startSystem(answering: Answering): Promise<SystemServer> {
  const system = await openSystem(answering);
  running.add(system);
  return system;
}
