import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { System } from '../../../contract/operations/systems.ts';
import type { LinkRule } from '../../../contract/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, Reading } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import { actorPerson, personOf } from '../../domain/people/people.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import { removeLinkRule, saveLinkRule } from '../../domain/systems/linkRuleStore.ts';
import { failureSentence } from '../../domain/systems/readFactors.ts';
import { lineFromThere } from '../../domain/systems/rules/names.ts';
import { judgePeople } from './judgePeople.ts';
import type { Judged } from './judgePeople.ts';
import type { Acting } from './manage.ts';
import { requireSystem } from './requireSystem.ts';
import { tellOfSaved } from './tell.ts';

/** How long staff wait for a page of it. */
const LONGEST_MS = 15_000;

/** A rule that is to link people. */
export interface NewLinkRule {
  systemId: string;
  /** Of the system when it was asked for: elsewhere the same names are other people's. */
  url: string;
  realm: string | null;
  rule: LinkRule;
}

/** SECURITY: always of two people, as each link is that somebody makes. */
export function createLinkRuleKind(deps: Pick<Deps, 'keys' | 'random' | 'config'>): ChangeKind<NewLinkRule> {
  return {
    name: 'systems.link_rule',
    permission: 'settings.write',
    about: ({ systemId }) => `link rule ${systemId}`,
    async describe(reader, { systemId, rule }) {
      const { name } = await requireSystem(reader, systemId);
      return { summary: sentence('changes', 'linkByRule', { system: name, rule }), touches: [] };
    },
    async apply(tx, { systemId, url, realm, rule }, how) {
      const system = await requireSystem(tx, systemId);
      const { name } = system;
      if (system.url !== url || system.realm !== realm)
        throw refuse('stale_version', { detail: sentence('answers/systems', 'movedMeanwhile', { name }) });
      await saveLinkRule(tx, deps.keys, { systemId, rule, byId: how.by.id, now: how.now });
      await tellOfSaved(tx, deps, how, { name, url, data: { linkRule: rule } });
      return [{ kind: 'organisation' }];
    },
  };
}

/** By which rule people are linked to a system: previewed, switched on with a second person, switched off at once. */
export function createLinkRules(
  deps: Deps,
  {
    kind,
    systemAs,
  }: { kind: ChangeKind<NewLinkRule>; systemAs: (reading: Reading, id: string) => Promise<System> },
) {
  const { db, systems } = deps;
  return {
    async set(
      { id, rule }: InputOf<'settings.systems.setLinkRule'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.systems.setLinkRule'>> {
      const proposal = await db.transaction(async (tx) => {
        const { name, url, realm } = await requireSystem(tx, id);
        if (rule !== null)
          return propose(tx, deps, kind, { input: { systemId: id, url, realm, rule }, actor, now });
        const how = { by: actorPerson(actor), agreedBy: null, now };
        if (await removeLinkRule(tx, id))
          await tellOfSaved(tx, deps, how, { name, url, data: { linkRule: 'off' } });
        return { kept: null };
      });
      deps.events.publish({ kind: proposal.kept ? 'pending_changes' : 'organisation' });
      return proposal.kept ? keptAs(voice, proposal.kept) : systemAs({ now, voice }, id);
    },

    /** A page of what the rule would do: nothing is changed. */
    async preview(
      { id, rule, cursor: after = '' }: InputOf<'settings.systems.previewLinkRule'>,
      now: number,
    ): Promise<OutputOf<'settings.systems.previewLinkRule'>> {
      const system = await requireSystem(db.kysely, id);
      try {
        const access = systems.accessTo(system, { now, signal: AbortSignal.timeout(LONGEST_MS) });
        const { judged, next } = await judgePeople(deps, system, rule, { after, access, now });
        return { items: judged.map(shown), nextCursor: next };
      } catch (error) {
        throw refuse('system_failed', { detail: failureSentence(error, system) });
      }
    },
  };
}

/** SECURITY: names from there are shown with what nobody sees in them (S-107). */
function shown(judged: Judged) {
  const person = personOf(judged.user);
  return 'account' in judged
    ? { person, account: lineFromThere(judged.account.username), not: null }
    : { person, account: null, not: judged.not };
}
