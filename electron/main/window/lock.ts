/** What `powerMonitor` tells, as far as locking needs it. */
interface PowerEvents {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown;
  getSystemIdleTime(): number;
}

export interface LockDeps {
  power: PowerEvents;
  /** Calls `act` every `ms` until cancelled. */
  every: (ms: number, act: () => void) => { cancel(): void };
  /** Seconds without a key or a mouse anywhere on the computer. */
  idleAfter: number;
  onLock: () => void;
}

const LOOK_EVERY_MS = 15_000;

/**
 * Locks the app when the computer locks, sleeps, or is left alone. The system is asked for idleness, not the page: a
 * console that is only looked at is no left desk while its owner types next to it.
 */
export function watchForLock({ power, every, idleAfter, onLock }: LockDeps): { cancel(): void } {
  let away = false;
  power.on('lock-screen', onLock);
  power.on('suspend', onLock);
  return every(LOOK_EVERY_MS, () => {
    const idle = power.getSystemIdleTime() >= idleAfter;
    if (idle && !away) onLock();
    away = idle;
  });
}
