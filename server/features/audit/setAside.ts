import { existsSync, renameSync } from 'node:fs';
import type { Config } from '../../config.ts';
import { outsideOf } from './outside.ts';

/**
 * Puts files of checkpoints aside that are of a log which went on another way: from then on they would say that the log of now lacks
 * its end. They stay beside, for whoever compares. Answers their new names.
 */
export function setAsideCheckpoints(config: Pick<Config, 'dataDir' | 'checkpointTo'>, now: number): string[] {
  const stamp = new Date(now).toISOString().replaceAll(':', '').replace(/\..*/, 'Z');
  return outsideOf(config)
    .files.filter(({ path }) => existsSync(path))
    .map(({ path }) => {
      const aside = `${path}.before-${stamp}`;
      renameSync(path, aside);
      return aside;
    });
}
