import type { Logger } from 'pino';
import { sentence } from '../contract/words/sentence.ts';
import type { Sentence } from '../contract/words/sentence.ts';
import { DatabaseUnavailable } from './db/errors.ts';
import type { Trouble } from './db/errors.ts';

/** Load balancers give up after a few seconds; a database that takes longer isn't there for them. */
const PATIENCE_MS = 3_000;
/** Whoever asks costs no more than one write a second. */
const FRESH_MS = 1_000;
/** Where nobody asks and nothing is written, a disk that became read only is noticed so late. */
const UNASKED_MS = 30_000;

/** Whether the database takes what is written. */
export interface StorageWatch {
  /** Really writes, unless that was done a moment ago. Null where it went well; never rejects. */
  look(): Promise<Trouble | null>;
  /** What is known without a look. */
  trouble(): Trouble | null;
  /** Told of what failed. True where the database can be read still, and takes no writes. */
  heard(error: unknown): boolean;
  /** A look where there was trouble, or none for long. */
  tend(): Promise<void>;
}

const KEYS = {
  full: 'diskFull',
  read_only: 'takesNoWrites',
  io: 'diskFails',
  damaged: 'damaged',
  away: 'unavailable',
} as const satisfies Record<Trouble, string>;

/** What people are told of it. */
export const sentenceOfTrouble = (trouble: Trouble): Sentence => sentence('answers/http', KEYS[trouble]);

/**
 * @param write writes a little and rejects where that can't be done; told of the trouble that there was before
 * @param onChange trouble began, became another, or is over
 */
export function createStorageWatch({
  write,
  onChange,
  log,
}: {
  write: (before: Trouble | null) => Promise<void>;
  onChange: () => void;
  log: Pick<Logger, 'error' | 'info'>;
}): StorageWatch {
  let known: Trouble | null = null;
  let lookedAt = -Infinity;
  let looking: Promise<Trouble | null> | undefined;

  function learn(trouble: Trouble | null, error?: unknown): void {
    const before = known;
    known = trouble;
    if (trouble === before) return;
    if (trouble === null) log.info('the database takes writes again');
    else log.error({ err: error, trouble }, 'the database takes no writes');
    onChange();
  }

  async function probe(): Promise<Trouble | null> {
    try {
      await inTime(write(known));
      learn(null);
    } catch (error) {
      learn(error instanceof DatabaseUnavailable ? error.trouble : 'away', error);
    }
    lookedAt = performance.now();
    return known;
  }

  const watch: StorageWatch = {
    trouble: () => known,
    look() {
      if (performance.now() - lookedAt < FRESH_MS) return Promise.resolve(known);
      looking ??= probe().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    heard(error) {
      if (!(error instanceof DatabaseUnavailable) || error.trouble === 'away') return false;
      learn(error.trouble, error);
      lookedAt = -Infinity;
      return error.trouble !== 'damaged';
    },
    async tend() {
      if (known !== null || performance.now() - lookedAt > UNASKED_MS) await watch.look();
    },
  };
  return watch;
}

async function inTime(work: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new DatabaseUnavailable('The database does not answer.')),
    PATIENCE_MS,
  );
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
