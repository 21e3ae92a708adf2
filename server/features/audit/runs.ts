import type * as crypto from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { eventMacKeys } from '../../crypto/auditMacs.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import { createFoldThread } from '../../db/foldThread.ts';
import type { Db } from '../../db/connection.ts';
import { END_BROKEN } from '../../domain/audit/append.ts';
import type { EventRow } from '../../domain/audit/store.ts';
import { linkReader } from './linkReader.ts';
import type { Link } from './linkReader.ts';
import { eventsOfRun, firstEventAfter } from './store.ts';

/** Events one after the other: as one where each follows the one before and is whole, else each for itself. */
export type Run = Unbroken | { links: Link[] };

export interface Unbroken {
  /** The sequence of its first event, and the hash before it. */
  first: number;
  previous: string;
  last: number;
  hash: string;
  /** The hashes of those events that were asked for. */
  marked: [sequence: number, hash: string][];
}

const EVENTS_AT_ONCE = 2_000;
/** More gain little: each run is handed over and compared by one. */
const MOST_THREADS = 4;
/** What each thread has before it, so that none waits for the next question. */
const AHEAD = 2;

/**
 * All events up to `last`, oldest first, recomputed by threads that read the file by themselves, as many as there are cores.
 *
 * @param marks events whose hashes are wanted
 * @param atOnce how many a thread is asked for at once
 */
export async function* runsOfEvents(
  { long, file }: Pick<Db, 'long'> & { file: string },
  {
    last,
    marks,
    keys,
    atOnce = EVENTS_AT_ONCE,
  }: { last: number; marks: readonly number[]; keys: Keyring; atOnce?: number },
): AsyncGenerator<Run> {
  const reading = {
    sql: eventsOfRun(long),
    fold: `(given) => (${recompute.toString()})(require('node:crypto'), ${linkReader.toString()}, given)`,
    given: { marks, breakAction: END_BROKEN } satisfies Given,
  };
  const threads = Array.from({ length: Math.min(availableParallelism(), MOST_THREADS) }, () =>
    createFoldThread<Asked, Run>(file, reading),
  );
  const begun: Promise<Run>[] = [];
  try {
    let after = -1;
    for (let turn = 0; ; turn += 1) {
      // Asked, and not reckoned: whoever writes into the table may have left a gap of any size.
      const first = await firstEventAfter(long, after);
      const thread = threads[turn % threads.length];
      if (!first || first.sequence > last || !thread) break;
      const end = Math.min(first.sequence + atOnce - 1, last);
      const run = thread.run({ parameters: [after, end], asked: { keys: eventMacKeys(keys) } });
      // Whoever comes to it hears of it.
      run.catch(() => undefined);
      begun.push(run);
      after = end;
      const due = begun.length >= threads.length * AHEAD ? begun.shift() : undefined;
      if (due) yield await due;
    }
    for (const run of begun) yield await run;
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

interface Given {
  marks: readonly number[];
  breakAction: string;
}

interface Asked {
  keys: ReadonlyMap<number, KeyObject>;
}

/** What a thread makes of events: nothing from outside of it is in its reach. */
function recompute(
  nodeCrypto: typeof crypto,
  readerOf: typeof linkReader,
  { marks, breakAction }: Given,
): (rows: EventRow[], asked: Asked) => Run {
  const wanted = new Set(marks);
  return (rows, { keys }) => {
    const links = rows.map(readerOf(nodeCrypto, (version) => keys.get(version), breakAction));
    const [first] = links;
    if (!first) return { links };
    let before: Pick<Link, 'sequence' | 'hash'> = { sequence: first.sequence - 1, hash: first.previous };
    const marked: [number, string][] = [];
    for (const link of links) {
      const follows = link.sequence === before.sequence + 1 && link.previous === before.hash;
      if (!follows || link.state !== 'whole' || link.isBreak) return { links };
      if (wanted.has(link.sequence)) marked.push([link.sequence, link.hash]);
      before = link;
    }
    const { sequence: last, hash } = before;
    return { first: first.sequence, previous: first.previous, last, hash, marked };
  };
}
