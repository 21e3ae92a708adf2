import type { Logger } from 'pino';

/** From here on the operator is told (S-119). */
const TOLD_MS = 2_000;
/** From here on the server is out of service: codes judged by such a clock would be wrong (S-119). */
const OFF_MS = 10_000;

/** Compares this machine's clock with what it has to agree with. */
export interface ClockWatch {
  look(): Promise<void>;
  /** Whether the clock is too far off to work by; looks again first where it was moved since the last look. */
  isOff(): Promise<boolean>;
}

/**
 * @param reference the time that is right, or the latest that this clock can't be before
 * @param isFloor whether `reference` is the latter: only a clock that is behind it is wrong
 */
export function createClockWatch({
  reference,
  isFloor,
  now,
  log,
}: {
  reference: () => Promise<number | null>;
  isFloor: boolean;
  now: () => number;
  log: Pick<Logger, 'warn' | 'error'>;
}): ClockWatch {
  const steady = () => performance.now();
  let seen = { ahead: 0, at: now(), steady: steady() };
  let looking: Promise<void> | undefined;

  /** How far the clock was moved since the last look: a steady one goes on beside it. */
  const movedBy = () => now() - seen.at - (steady() - seen.steady);

  async function compare(): Promise<void> {
    const [at, started] = [now(), steady()];
    const right = await reference();
    const took = steady() - started;
    if (right === null) {
      seen = { ahead: 0, at, steady: started };
      return;
    }
    const difference = at + took / 2 - right;
    // What the question took is no fault of the clock.
    const sure = Math.max(0, Math.abs(difference) - took / 2) * Math.sign(difference);
    seen = { ahead: isFloor ? Math.min(0, at - right) : sure, at, steady: started };
    tell(seen.ahead);
  }

  function tell(ahead: number): void {
    const off = Math.abs(ahead);
    if (off < TOLD_MS) return;
    const seconds = (off / 1000).toFixed(1);
    const whose = isFloor ? 'the last event of the audit log' : "the database's";
    const fact = `The clock of this machine is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} ${whose}.`;
    if (off < OFF_MS) log.warn(`${fact} Set it by a time server, before it is 10 s.`);
    else log.error(`${fact} Set it by a time server: until then this server is not ready.`);
  }

  const watch: ClockWatch = {
    look() {
      looking ??= compare().finally(() => {
        looking = undefined;
      });
      return looking;
    },
    async isOff() {
      // While the database can't be asked, the last look counts, and what the clock was moved since.
      if (Math.abs(movedBy()) >= TOLD_MS) await watch.look().catch(() => undefined);
      const ahead = isFloor ? seen.ahead : seen.ahead + movedBy();
      return Math.abs(ahead) >= OFF_MS;
    },
  };
  return watch;
}
