import { randomUUID } from 'node:crypto';
import type { Deps } from '../../../context.ts';
import { takeLease } from '../../../db/lease.ts';
import type { Access, LogEntry, SystemKind } from '../../../domain/systems/kind.ts';
import { failureSentence } from '../../../domain/systems/readFactors.ts';
import { allSystems } from '../../../domain/systems/store.ts';
import type { StoredSystem } from '../../../domain/systems/store.ts';
import { readsFrom } from '../rules/outside.ts';
import { compareAccounts } from './compare.ts';
import { knownKeys } from './outsideStore.ts';
import { recordOutside } from './record.ts';
import type { SeenThere } from './record.ts';
import { forgetSnapshots, saveWatch, watchOf } from './watchStore.ts';

/** One server looks in that time. */
const EVERY_MS = 50_000;
/** Everything of one system together; less, so that nobody else begins meanwhile. */
const LONGEST_MS = 40_000;
/** Names of administrators that are asked for in one round; the others keep their ids. */
const MOST_NAMES = 20;

export interface OutsideWatch {
  /** Reads what was done in each connected system without a request here (S-113). Any number of servers may do so at once. */
  look(): Promise<void>;
}

/** For a worker. */
export function createOutsideWatch(deps: Deps): OutsideWatch {
  const { db, now, log, systems, events } = deps;

  async function look(system: StoredSystem): Promise<void> {
    // Another holder each time: the lease keeps everybody away until the next round, this server too.
    const lease = { name: `watch ${system.id}`, holder: randomUUID(), now: now(), forMs: EVERY_MS };
    if (!(await takeLease(db.kysely, lease))) return;
    try {
      const kind = systems.kindOf(system.kind);
      const signal = AbortSignal.timeout(LONGEST_MS);
      const access = systems.accessTo(system, { now: now(), signal });
      const found = kind.readLog
        ? await readOn(system, kind.readLog, access)
        : await compareNow(system, kind, access);
      if (found > 0) events.publish({ kind: 'reset_requests', change: 'outside' });
    } catch (error) {
      const said = failureSentence(error, system);
      log.warn({ system: system.id }, 'a connected system was not watched');
      await saveWatch(db.kysely, system.id, { sentence: JSON.stringify(said) });
    }
  }

  async function readOn(
    system: StoredSystem,
    readLog: NonNullable<SystemKind['readLog']>,
    access: Access,
  ): Promise<number> {
    const begun = access.now;
    const watch = await watchOf(db.kysely, system.id, begun);
    const from = readsFrom({ since: watch.since, readTo: watch.read_to, isBehind: watch.behind === 1 });
    const { entries, readTo } = await readLog(access, from);
    const seen = await named(system, access, entries);
    return db.transaction(async (tx) => {
      await saveWatch(tx, system.id, {
        read_to: readTo ?? begun,
        behind: readTo === null ? 0 : 1,
        read_at: begun,
        sentence: null,
      });
      return recordOutside(tx, deps, system, seen, now());
    });
  }

  /** What wasn't found before, with the names of who did it. */
  async function named(
    system: StoredSystem,
    access: Access,
    entries: readonly LogEntry[],
  ): Promise<SeenThere[]> {
    const known = await knownKeys(
      db.kysely,
      system.id,
      entries.map(({ key }) => key),
    );
    const fresh = entries.filter(({ key }) => !known.has(key));
    const nameless = fresh.filter(({ by, isOurs }) => by.name === null && isOurs !== true);
    const ids = [...new Set(nameless.map(({ by }) => by.id))].slice(0, MOST_NAMES);
    const names = new Map<string, string | null>();
    const { whoIs } = systems.kindOf(system.kind);
    for (const id of ids) names.set(id, (await whoIs?.(access, id)) ?? null);
    return fresh.map(({ key, at, act, account, factorId, by, isOurs, address }) => ({
      key,
      at,
      notBefore: at,
      act,
      accountId: account?.id ?? null,
      accountName: account?.name ?? null,
      factorId,
      factor: null,
      by: { id: by.id, name: by.name ?? names.get(by.id) ?? null },
      isOurs,
      address,
      foundBy: 'log',
    }));
  }

  async function compareNow(system: StoredSystem, kind: SystemKind, access: Access): Promise<number> {
    const begun = access.now;
    await watchOf(db.kysely, system.id, begun);
    await forgetSnapshots(db.kysely);
    const found = await compareAccounts(deps, system, { kind, access });
    await saveWatch(db.kysely, system.id, { read_to: begun, read_at: begun, sentence: null });
    return found;
  }

  return {
    async look() {
      await Promise.all((await allSystems(db.kysely)).map(look));
    },
  };
}
