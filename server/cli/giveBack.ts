import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void;

/** Long enough that whoever waited for the start is served first. */
const AFTER_MS = 1_000;

/**
 * A start makes a hundred thousand objects that nobody needs after it, and V8 keeps room for as many more for as long as little
 * happens: a quarter of what a server holds at rest. Once, after a tenth of a second of work.
 */
export function giveBackMemory(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as Collect;
    setFlagsFromString('--no-expose-gc');
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  }, AFTER_MS).unref();
}
