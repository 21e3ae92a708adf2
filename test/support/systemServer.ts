import { onTestFinished } from 'vitest';
import { openSystem } from './systemListener.ts';
import type { Answering, SystemServer } from './systemListener.ts';

export { json } from './systemListener.ts';
export type { Answering, Asked, SystemServer } from './systemListener.ts';

/** `openSystem`, closed after the test. */
export async function startSystem(answering: Answering): Promise<SystemServer> {
  const system = await openSystem(answering);
  onTestFinished(() => system.close());
  return system;
}
