import { randomUUID } from 'node:crypto';
import type { Deps } from '../../context.ts';
import { takeLease } from '../../db/lease.ts';
import { SystemFailure } from '../../domain/systems/failure.ts';
import { forgetGuards, linksToRead, saveGuard } from '../../domain/systems/guardStore.ts';
import type { Access } from '../../domain/systems/kind.ts';
import type { SystemLink } from '../../domain/systems/linkStore.ts';
import { failureSentence } from '../../domain/systems/readFactors.ts';
import { guardsPassword } from '../../domain/systems/rules/guards.ts';
import { allSystems } from '../../domain/systems/store.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';
import { HOUR } from '../../time.ts';

/** One server looks in that time; a round is shorter, so that nobody else begins meanwhile. */
const EVERY_MS = 50_000;
const LONGEST_MS = 40_000;
/** Accounts in one round; where more are linked, each has its turn after the others. */
const AT_MOST = 200;
const AT_ONCE = 4;

/** Whether a failure says something of one account, and nothing of the system. */
const isOfAccount = (failure: unknown): boolean =>
  failure instanceof SystemFailure && (failure.code === 'odd_answer' || failure.code === 'too_large');

export interface GuardReading {
  /** Reads again who has MFA at linked accounts. Any number of servers may do so at once. */
  look(): Promise<void>;
}

/** For a worker: what lists and figures count by, which can't wait for every system each time. */
export function createGuardReading({ db, now, log, systems, events }: Deps): GuardReading {
  async function readOne(system: StoredSystem, link: SystemLink, access: Access): Promise<boolean> {
    const readAt = now();
    const { id: link_id, user_id, system_id } = link;
    const factors = await factorsOf(system, link, access);
    const guarded = factors.some(guardsPassword) ? 1 : 0;
    return saveGuard(db.kysely, { link_id, user_id, system_id, guarded, read_at: readAt });
  }

  /** An account that is gone, or whose link isn't as it was written, has none: it keeps nobody else from being read. */
  async function factorsOf(system: StoredSystem, link: SystemLink, access: Access) {
    try {
      return await systems.kindOf(system.kind).factorsOf(access, systems.accountBy(link, system));
    } catch (error) {
      if (error instanceof SystemFailure && (error.code === 'refused' || error.code === 'altered')) return [];
      throw error;
    }
  }

  async function look(system: StoredSystem): Promise<void> {
    const lease = { name: `guards ${system.id}`, holder: randomUUID(), now: now(), forMs: EVERY_MS };
    if (!(await takeLease(db.kysely, lease))) return;
    let isOther = false;
    try {
      const links = await linksToRead(db.kysely, system.id, { before: now() - HOUR, limit: AT_MOST });
      if (links.length === 0) return;
      const access = systems.accessTo(system, { now: now(), signal: AbortSignal.timeout(LONGEST_MS) });
      for (let first = 0; first < links.length; first += AT_ONCE) {
        const batch = links.slice(first, first + AT_ONCE);
        const changed = await Promise.allSettled(batch.map((link) => readOne(system, link, access)));
        isOther ||= changed.some((one) => one.status === 'fulfilled' && one.value);
        const failures = changed.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
        for (const failure of failures) failureSentence(failure, system);
        // Accounts that it says nothing sensible of leave the others their turn, however many; a system that is down is asked no more.
        const down = failures.find((failure) => !isOfAccount(failure));
        if (down !== undefined && failures.length === batch.length) throw down;
      }
    } catch (error) {
      failureSentence(error, system);
      log.warn({ system: system.id }, 'who has MFA in a connected system was not read');
    } finally {
      if (isOther) events.publish({ kind: 'users' });
    }
  }

  return {
    async look() {
      const connected = await allSystems(db.kysely);
      if (connected.length === 0) return;
      await forgetGuards(db.kysely);
      await Promise.all(connected.map(look));
    },
  };
}
