import type { Deps } from './context.ts';
import { removeOldProbes } from './db/ping.ts';
import { onOneServer } from './db/scope.ts';
import { removeOldJobs } from './features/jobs/store.ts';
import { removeExemptionReminders } from './features/outbox/reminderStore.ts';
import { removeEndedPending } from './domain/authenticators/store.ts';
import { removeEndedChanges } from './domain/pendingChanges/store.ts';
import { removeEndedLinks } from './domain/passwordLinks/store.ts';
import { removeOldCounts } from './domain/sessions/addressStore.ts';
import { removeEndedChallenges } from './domain/sessions/challengeStore.ts';
import { removeEndedSessions } from './domain/sessions/store.ts';
import { removeOldThrottles } from './domain/sessions/throttleStore.ts';
import { DAY, HOUR, MINUTE } from './time.ts';

export interface Work {
  name: string;
  /** Milliseconds between rounds. */
  every: number;
  run(now: number): Promise<unknown>;
  /** Also while other work may not be done. */
  always?: boolean;
}

/**
 * Background work. Each round takes what is due by leases or by the WHERE of its statements, so that any number of
 * servers may do it; a round that fails is logged and comes again.
 */
export function startWorkers(
  { log, now, storage, mayWork }: Pick<Deps, 'log' | 'now' | 'storage'> & { mayWork: () => Promise<boolean> },
  works: readonly Work[],
): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const timers = works.map(({ name, every, run, always = false }) => {
    let busy = false;
    const round = async (): Promise<void> => {
      busy = true;
      try {
        if (always || (await mayWork())) await onOneServer(() => run(now()));
      } catch (error) {
        storage.heard(error);
        log.error({ err: error, work: name }, 'background work failed');
      } finally {
        busy = false;
      }
    };
    return setInterval(() => {
      if (busy) return;
      const work = round();
      running.add(work);
      void work.finally(() => running.delete(work));
    }, every);
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}

/** Removes what is over, so that tables hold what is alive; a day later, so that clocks may jump a little. */
export async function removeEnded({ db }: Pick<Deps, 'db'>, now: number): Promise<void> {
  await removeEndedChallenges(db.kysely, now - HOUR);
  await removeEndedSessions(db.kysely, now - DAY);
  await removeEndedLinks(db.kysely, now - 30 * DAY);
  await removeEndedPending(db.kysely, now - MINUTE);
  await removeEndedChanges(db.kysely, now - 31 * DAY);
  await removeExemptionReminders(db.kysely, now - DAY);
  await removeOldJobs(db.kysely, now - 90 * DAY);
  await removeOldProbes(db, now - DAY);
  await removeOldCounts(db.kysely, now - MINUTE);
  await removeOldThrottles(db.kysely, now - 2 * DAY);
}
