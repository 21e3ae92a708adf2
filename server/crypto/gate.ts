/** Too many are waiting already. The HTTP layer answers 503 with `Retry-After`. */
export class TooBusy extends Error {
  readonly retryAfter = 2;

  constructor() {
    super('Too many sign-ins at once.');
    this.name = 'TooBusy';
  }
}

export type Gate = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets `running` pieces of work run at once and `waiting` more wait, first come, first served; then throws `TooBusy`. */
export function createGate({ running, waiting }: { running: number; waiting: number }): Gate {
  const queue: (() => void)[] = [];
  let active = 0;

  return async (work) => {
    if (active < running) {
      active += 1;
    } else {
      if (queue.length >= waiting) throw new TooBusy();
      // The one who leaves hands its place over, so that `active` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else active -= 1;
    }
  };
}
