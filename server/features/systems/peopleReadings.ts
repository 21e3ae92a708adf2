import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { System } from '../../../contract/operations/systems.ts';
import type { ReadingEvery } from '../../../contract/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, Reading } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import { actorPerson } from '../../domain/people/people.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import { readSoon, removePeopleReading, savePeopleReading } from '../../domain/systems/peopleReadingStore.ts';
import type { Acting } from './manage.ts';
import { requireSystem } from './requireSystem.ts';
import { tellOfSaved } from './tell.ts';

/** People that are to be read from a system. */
export interface NewPeopleReading {
  systemId: string;
  /** Of the system when it was asked for: elsewhere other people are. */
  url: string;
  realm: string | null;
  every: ReadingEvery;
  graceDays: number;
}

/** SECURITY: always of two people: whoever changes people there changes them here from then on. */
export function createPeopleReadingKind(
  deps: Pick<Deps, 'keys' | 'random' | 'config'>,
): ChangeKind<NewPeopleReading> {
  return {
    name: 'systems.people_reading',
    permission: 'settings.write',
    about: ({ systemId }) => `people of ${systemId}`,
    async describe(reader, { systemId, every, graceDays }) {
      const { name } = await requireSystem(reader, systemId);
      const summary = sentence('changes', 'readPeople', { system: name, every, days: graceDays });
      return { summary, touches: [] };
    },
    async apply(tx, { systemId, url, realm, every, graceDays }, how) {
      const system = await requireSystem(tx, systemId);
      const { name } = system;
      if (system.url !== url || system.realm !== realm)
        throw refuse('stale_version', { detail: sentence('answers/systems', 'movedMeanwhile', { name }) });
      await savePeopleReading(tx, deps.keys, { systemId, every, graceDays, byId: how.by.id, now: how.now });
      await tellOfSaved(tx, deps, how, { name, url, data: { readsPeople: every, graceDays } });
      return [{ kind: 'organisation' }];
    },
  };
}

/** Whether and how people are read from a system: switched on with a second person, switched off at once. */
export function createPeopleReadings(
  deps: Deps,
  {
    kind,
    systemAs,
  }: { kind: ChangeKind<NewPeopleReading>; systemAs: (reading: Reading, id: string) => Promise<System> },
) {
  const { db, systems } = deps;
  return {
    async set(
      { id, reading }: InputOf<'settings.systems.setPeopleReading'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.systems.setPeopleReading'>> {
      const proposal = await db.transaction(async (tx) => {
        const system = await requireSystem(tx, id);
        const { name, url, realm } = system;
        if (reading === null) {
          const how = { by: actorPerson(actor), agreedBy: null, now };
          if (await removePeopleReading(tx, id))
            await tellOfSaved(tx, deps, how, { name, url, data: { readsPeople: 'off' } });
          return { kept: null };
        }
        if (!systems.kindOf(system.kind).readPeople)
          throw refuse('not_found', { detail: sentence('answers/systems', 'listsNobody', { name }) });
        return propose(tx, deps, kind, { input: { systemId: id, url, realm, ...reading }, actor, now });
      });
      deps.events.publish({ kind: proposal.kept ? 'pending_changes' : 'organisation' });
      return proposal.kept ? keptAs(voice, proposal.kept) : systemAs({ now, voice }, id);
    },

    /** Due at once; a server comes to it within seconds. */
    async readNow(id: string, { now, voice }: Acting): Promise<System> {
      const isOn = await db.transaction((tx) => readSoon(tx, { systemId: id, now }));
      if (!isOn) throw refuse('not_found', { detail: sentence('answers/systems', 'readsNobody') });
      return systemAs({ now, voice }, id);
    },
  };
}
