import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { start } from './gatehouse.ts';

/** Runs a command and kills it by SIGKILL, after milliseconds or at a moment; answers whether it had ended before. */
export async function killed(
  args: readonly string[],
  moment: number | ((isOver: () => boolean) => Promise<void>),
  input = '',
): Promise<boolean> {
  const child = start(args);
  const closed = once(child, 'close');
  child.stdin?.end(input);
  const isEnded = () => child.exitCode !== null;
  await Promise.race([closed, typeof moment === 'number' ? delay(moment) : moment(isEnded)]);
  const isOver = isEnded();
  child.kill('SIGKILL');
  await closed;
  return isOver;
}

/** Between 0 and 1, another one each round, and all of it evenly before long (the golden ratio). */
export const spread = (round: number): number => ((round + 1) * 0.618_034) % 1;
