import { randomUUID } from 'node:crypto';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { takeLease } from '../../db/lease.ts';
import type { Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import type { User } from '../../domain/people/people.ts';
import { lockUser } from '../../domain/people/store.ts';
import { SystemFailure } from '../../domain/systems/failure.ts';
import { isSystemLinkTaken } from '../../domain/systems/linkStore.ts';
import { linkRules, moveLinkRule, unlinkedAmong } from '../../domain/systems/linkRuleStore.ts';
import type { StoredLinkRule } from '../../domain/systems/linkRuleStore.ts';
import { RULES } from '../../domain/systems/macs.ts';
import { failureSentence } from '../../domain/systems/readFactors.ts';
import { lineFromThere } from '../../domain/systems/rules/names.ts';
import { allSystems } from '../../domain/systems/store.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';
import { HOUR } from '../../time.ts';
import { judgePeople, readLinkFacts } from './judgePeople.ts';
import type { Judged } from './judgePeople.ts';
import { LONGEST_ACCOUNT_NAME } from './links.ts';
import { makeLink } from './makeLink.ts';
import { notByRule } from './rules/judgeLink.ts';

/** One server looks in that time. */
const EVERY_MS = 50_000;
/** A round of one system; less, so that nobody else begins meanwhile. */
const LONGEST_MS = 40_000;
/** Pages of one round: other products are not asked without a pause. */
const MOST_PAGES = 20;
/** Everybody without a link is looked at again: accounts there may be new. */
const AGAIN = 6 * HOUR;

export interface LinkingByRule {
  /** Links whom the rules that are on say. Any number of servers may do so at once. */
  look(): Promise<void>;
}

/** For a worker. It begins where it stopped; people who are new here come at the end of the order. */
export function createLinkingByRule(deps: Deps): LinkingByRule {
  const { db, now, log, systems, events } = deps;

  async function look(system: StoredSystem, first: StoredLinkRule): Promise<void> {
    // Another holder each time: the lease keeps everybody away until the next round, this server too.
    const lease = { name: `link ${system.id}`, holder: randomUUID(), now: now(), forMs: EVERY_MS };
    if (!(await takeLease(db.kysely, lease))) return;
    let kept = first;
    try {
      if (!RULES.isAsWritten(deps.keys, first)) throw altered(system);
      const access = systems.accessTo(system, { now: now(), signal: AbortSignal.timeout(LONGEST_MS) });
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const begins = kept.ended_at !== null && kept.ended_at <= now() - AGAIN;
        const at = begins ? { ...kept, looked_to: '', looked: 0, linked: 0, ended_at: null } : kept;
        const after = at.looked_to;
        const { judged, next } = await judgePeople(deps, system, at.rule, { after, access, now: now() });
        if (judged.length === 0 && at.ended_at !== null && at.sentence === null) return;
        const moved = await save(system, { before: kept, at, judged, isEnd: next === null });
        if (!moved || next === null) return;
        kept = moved;
      }
    } catch (error) {
      const said = failureSentence(error, system);
      log.warn({ system: system.id }, 'people were not linked by rule');
      await moveLinkRule(db.kysely, kept, { sentence: JSON.stringify(said) });
    }
  }

  /** Links the people of a page and keeps how far it has come, in one transaction. Null where somebody else has. */
  async function save(
    system: StoredSystem,
    { before, at, judged, isEnd }: Page,
  ): Promise<StoredLinkRule | null> {
    const work = () =>
      db.transaction(async (tx) => {
        const reached = judged.at(-1)?.user.id ?? at.looked_to;
        const to = { ...at, looked_to: reached, looked: at.looked + judged.length, sentence: null };
        if (isEnd) to.ended_at ??= now();
        // SECURITY: whoever switches the rule off is waited for, or waits: nobody is linked after it is off.
        if (!(await moveLinkRule(tx, before, progressOf(to)))) return null;
        const linked = await linkAll(tx, system, at, judged);
        to.linked += linked.length;
        await moveLinkRule(tx, to, { linked: to.linked });
        return { to, linked };
      });
    const done = await retried(work);
    if (!done) return null;
    if (done.linked.length > 0) events.publish({ kind: 'users' });
    for (const id of done.linked) events.publish({ kind: 'me', id });
    events.publish({ kind: 'organisation' });
    return done.to;
  }

  /** Judges again, under their locks, what may have changed since the system was asked. Answers who was linked. */
  async function linkAll(
    tx: Tx,
    system: StoredSystem,
    { rule, by_id }: StoredLinkRule,
    judged: readonly Judged[],
  ): Promise<string[]> {
    const wanted = new Map(
      judged.flatMap((one) => ('account' in one ? [[one.user.id, { ...one }] as const] : [])),
    );
    const people: User[] = [];
    // In the order of ids, as everybody locks people; all before the first event, for which others wait with people locked.
    for (const [id, { user }] of wanted) {
      const locked = await lockUser(tx, deps, id);
      if (locked?.status === 'active' && locked.email === user.email) people.push(locked);
    }
    const unlinked = await unlinkedAmong(tx, system.id, [...wanted.keys()]);
    const known = people.map((user) => ({ ...user, unlinked: unlinked.has(user.id) }));
    const facts = await readLinkFacts(tx, deps.keys, { rule, people: known, now: now() });
    const linked: string[] = [];
    for (const user of known) {
      const account = wanted.get(user.id)?.account;
      if (!account || notByRule(rule, facts(user), now()) !== null) continue;
      const { externalId } = account;
      const row = { user_id: user.id, system_id: system.id, external_id: externalId };
      if (await isSystemLinkTaken(tx, row)) continue;
      await makeLink(tx, deps, {
        user,
        system,
        externalId,
        externalName: lineFromThere(account.username).slice(0, LONGEST_ACCOUNT_NAME),
        how: 'rule',
        by: null,
        data: { rule, ruleBy: by_id },
        now: now(),
      });
      linked.push(user.id);
    }
    return linked;
  }

  return {
    async look() {
      const rules = await linkRules(db.kysely);
      if (rules.size === 0) return;
      const all = await allSystems(db.kysely);
      await Promise.all(
        all.flatMap((system) => {
          const rule = rules.get(system.id);
          return rule ? [look(system, rule)] : [];
        }),
      );
    },
  };
}

/** SECURITY: else whoever writes to the database has this server link people, and bind those links to its key. */
const altered = ({ name }: StoredSystem) =>
  new SystemFailure('altered', sentence('answers/systems', 'ruleAltered', { name }));

interface Page {
  /** As it is stored. */
  before: StoredLinkRule;
  /** As the page began: at the beginning where everybody is looked at again. */
  at: StoredLinkRule;
  judged: readonly Judged[];
  isEnd: boolean;
}

const progressOf = ({
  system_id: _system,
  rule: _rule,
  since: _since,
  by_id: _by,
  mac: _mac,
  ...progress
}: StoredLinkRule) => progress;

/** Once more where somebody linked one of them meanwhile: then they are left out. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return work();
  }
}
