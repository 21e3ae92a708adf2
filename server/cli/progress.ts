import type { Voice } from '../../contract/words/write.ts';
import type { Progress } from '../features/backup/format.ts';

const EVERY_MS = 2000;

/** Says on standard error how far long work is, every two seconds; nothing where it is done sooner. */
export function createProgress(voice: Voice): Progress {
  let toldAt: number | undefined;
  return ({ rows, of }) => {
    toldAt ??= performance.now();
    if (performance.now() - toldAt < EVERY_MS) return;
    toldAt = performance.now();
    console.error(voice.say('backup')('progress', { rows, of }));
  };
}
