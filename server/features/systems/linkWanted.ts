import { randomUUID } from 'node:crypto';
import type { NotLinked } from '../../../contract/systems.ts';
import type { Deps } from '../../context.ts';
import { takeLease } from '../../db/lease.ts';
import type { Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import type { User } from '../../domain/people/people.ts';
import { usernameKey } from '../../domain/people/rules/keys.ts';
import { lockUser } from '../../domain/people/store.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';
import { SystemFailure } from '../../domain/systems/failure.ts';
import type { Access } from '../../domain/systems/kind.ts';
import { isSystemLinkTaken } from '../../domain/systems/linkStore.ts';
import { WANTED } from '../../domain/systems/macs.ts';
import { failureSentence } from '../../domain/systems/readFactors.ts';
import { lineFromThere } from '../../domain/systems/rules/names.ts';
import { allSystems } from '../../domain/systems/store.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';
import { endWanted, forgetWanted, systemsWithWanted, wantedNext } from '../../domain/systems/wantedStore.ts';
import type { WantedLink } from '../../domain/systems/wantedStore.ts';
import { DAY } from '../../time.ts';
import { LONGEST_ACCOUNT_NAME } from './links.ts';
import { makeLink } from './makeLink.ts';

/** One server looks in that time; a round is shorter, so that nobody else begins meanwhile. */
const EVERY_MS = 50_000;
const LONGEST_MS = 40_000;
const PAGE = 25;
const MOST_PAGES = 20;
/** How long it is told what became no link. */
const TOLD = 7 * DAY;

type Found = { externalId: string; externalName: string } | { not: NotLinked };

export interface LinkingOfWanted {
  /** Links whom files name, once two people agreed. Any number of servers may do so at once. */
  look(): Promise<void>;
}

/** For a worker. */
export function createLinkingOfWanted(deps: Deps): LinkingOfWanted {
  const { db, now, log, systems, events } = deps;

  async function look(system: StoredSystem): Promise<void> {
    const lease = { name: `wanted ${system.id}`, holder: randomUUID(), now: now(), forMs: EVERY_MS };
    if (!(await takeLease(db.kysely, lease))) return;
    try {
      const access = systems.accessTo(system, { now: now(), signal: AbortSignal.timeout(LONGEST_MS) });
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const wanted = await wantedNext(db.kysely, system.id, PAGE);
        if (wanted.length === 0) return;
        const found = new Map<string, Found>();
        for (const link of wanted) found.set(link.user_id, await find(system, access, link));
        await retried(() => db.transaction((tx) => linkAll(tx, system, wanted, found)));
        events.publish({ kind: 'users' });
        events.publish({ kind: 'organisation' });
      }
    } catch (error) {
      failureSentence(error, system);
      // It comes again: what a file asked for waits until the system answers.
      log.warn({ system: system.id }, 'people were not linked as a file says');
    }
  }

  /** By its username there, else by its id. */
  async function find(system: StoredSystem, access: Access, { account }: WantedLink): Promise<Found> {
    const kind = systems.kindOf(system.kind);
    const named = (await kind.findAccounts(access, { username: account, email: null })).filter(
      ({ username }) => usernameKey(username) === usernameKey(account),
    );
    if (named.length > 1) return { not: 'ambiguous' };
    const [one] = named;
    if (one) return { externalId: one.externalId, externalName: nameOf(one.username) };
    try {
      await kind.factorsOf(access, account);
      return { externalId: account, externalName: nameOf(account) };
    } catch (error) {
      const isNobody =
        error instanceof SystemFailure && (error.code === 'refused' || error.code === 'odd_answer');
      if (isNobody) return { not: 'nobody_there' };
      throw error;
    }
  }

  /** Judges everybody under their locks: in the order of ids, as everybody locks people, and before the first event. */
  async function linkAll(
    tx: Tx,
    system: StoredSystem,
    wanted: readonly WantedLink[],
    found: ReadonlyMap<string, Found>,
  ): Promise<void> {
    const people = new Map<string, User>();
    for (const { user_id } of wanted) {
      const user = await lockUser(tx, deps, user_id);
      if (user) people.set(user_id, user);
    }
    const sensitive = await sensitivePeople(tx, deps.keys, [...people.values()], now());
    for (const link of wanted) {
      const account = found.get(link.user_id) ?? { not: 'nobody_there' };
      const user = people.get(link.user_id);
      const not = await whyNot(tx, { link, user, account, isSensitive: sensitive.has(link.user_id) });
      if (!(await endWanted(tx, link, not)) || not !== null || !user || 'not' in account) continue;
      await makeLink(tx, deps, {
        user,
        system,
        ...account,
        how: 'import',
        by: { id: link.by_id, name: link.by_name },
        now: now(),
      });
    }
  }

  /** SECURITY: what stands in the database and isn't this server's links nobody; nor does a file link staff or sensitive people. */
  async function whyNot(
    tx: Tx,
    {
      link,
      user,
      account,
      isSensitive,
    }: { link: WantedLink; user: User | undefined; account: Found; isSensitive: boolean },
  ): Promise<NotLinked | null> {
    if (!WANTED.isAsWritten(deps.keys, link)) return 'altered';
    if (!user || user.status !== 'active') return 'inactive';
    if (user.is_staff === 1) return 'staff';
    if (isSensitive) return 'sensitive';
    if ('not' in account) return account.not;
    const { user_id, system_id } = link;
    const row = { user_id, system_id, external_id: account.externalId };
    return (await isSystemLinkTaken(tx, row)) ? 'taken' : null;
  }

  return {
    async look() {
      const wanted = await systemsWithWanted(db.kysely);
      if (wanted.size === 0) return;
      await forgetWanted(db.kysely, { before: now() - TOLD });
      const all = await allSystems(db.kysely);
      await Promise.all(all.filter(({ id }) => wanted.has(id)).map(look));
    },
  };
}

/** SECURITY: names from there are shown with what nobody sees in them (S-107). */
const nameOf = (name: string) => lineFromThere(name).slice(0, LONGEST_ACCOUNT_NAME);

/** Once more where somebody linked one of them meanwhile: then they are left out. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return work();
  }
}
