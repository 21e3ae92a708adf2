/** Too many are waiting already. The HTTP layer answers 503 with `Retry-After`. */
export class TooBusy extends Error {
  readonly retryAfter = 2;

  constructor() {
    super('Too many sign-ins at once.');
    this.name = 'TooBusy';
  }
}

/** @param whose for whom the work is done, e.g. an account and an address: each of them has its turn */
export interface Gate {
  <T>(work: () => Promise<T>, whose?: readonly string[]): Promise<T>;
  load(): GateLoad;
}

/** Pieces of work. */
export interface GateLoad {
  running: number;
  waiting: number;
}

interface Waiter {
  whose: readonly string[];
  round: number;
  start: () => void;
  refuse: (error: TooBusy) => void;
}

/**
 * Lets `running` pieces of work run at once and `waiting` more wait. Turns go round: the second piece of somebody comes
 * after the first of everybody else (start-time fair queueing), and where the queue is full, the last of who has most in it
 * makes room. Throws `TooBusy` for whom there is no room.
 */
export function createGate({ running, waiting }: { running: number; waiting: number }): Gate {
  /** By round; within one, first come, first served. */
  const queue: Waiter[] = [];
  const lastRounds = new Map<string, number>();
  let active = 0;
  let now = 0;

  function takePlace(whose: readonly string[]): Promise<void> {
    const round = 1 + Math.max(now, ...whose.map((each) => lastRounds.get(each) ?? 0));
    if (queue.length >= waiting) makeRoom(round);
    return new Promise((start, refuse) => {
      const later = queue.findIndex((other) => other.round > round);
      queue.splice(later === -1 ? queue.length : later, 0, { whose, round, start, refuse });
      for (const each of whose) lastRounds.set(each, round);
    });
  }

  function makeRoom(round: number): void {
    const last = queue.at(-1);
    if (!last || last.round <= round) throw new TooBusy();
    queue.pop();
    for (const each of last.whose) lastRounds.set(each, last.round - 1);
    last.refuse(new TooBusy());
  }

  function leave(): void {
    const next = queue.shift();
    if (!next) {
      active -= 1;
      return;
    }
    now = Math.max(now, next.round);
    for (const each of next.whose) if (lastRounds.get(each) === next.round) lastRounds.delete(each);
    // The one who leaves hands its place over, so that `active` stays as it is.
    next.start();
  }

  const enter = async <T>(work: () => Promise<T>, whose: readonly string[] = []): Promise<T> => {
    if (active < running) active += 1;
    else await takePlace(whose);
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return Object.assign(enter, { load: () => ({ running: active, waiting: queue.length }) });
}
