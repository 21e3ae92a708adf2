import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { System } from '../../../contract/operations/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { uuidv7 } from '../../crypto/random.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { rfc3339, rfc3339OrNull } from '../../time.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import type { Proposal } from '../../domain/pendingChanges/propose.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';
import { countSystemLinks } from '../../domain/systems/linkStore.ts';
import { linkRules } from '../../domain/systems/linkRuleStore.ts';
import type { StoredLinkRule } from '../../domain/systems/linkRuleStore.ts';
import { peopleReadings } from '../../domain/systems/peopleReadingStore.ts';
import { isSystemUrl } from '../../domain/systems/rules/address.ts';
import { allSystems, isSystemNameTaken } from '../../domain/systems/store.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';
import { goneIn } from '../../domain/systems/systemPeopleStore.ts';
import type { GonePerson } from '../../domain/systems/systemPeopleStore.ts';
import { allWanted } from '../../domain/systems/wantedStore.ts';
import type { createSystemChanges } from './changes.ts';
import { graveWords } from './grave.ts';
import type { SystemChange } from './grave.ts';
import { oddSecret } from './oddSecret.ts';
import { requireSystem, requireWritten } from './requireSystem.ts';
import { missingFields } from './rules/fields.ts';
import { testSystem } from './test.ts';
import { toldReading } from './toldReading.ts';

/** So many of those who are gone are told of by name. */
const MOST_GONE = 100;

export interface Acting extends Reading {
  actor: Actor;
}

/** Settings > Connected systems: by administrators, with a step-up; what counts waits for a second person. */
export function createSystemSettings(deps: Deps, changes: ReturnType<typeof createSystemChanges>) {
  const { db } = deps;

  async function answer(
    proposal: Proposal,
    voice: Voice,
    inForce: () => Promise<System>,
  ): Promise<OutputOf<'settings.systems.create'>> {
    deps.events.publish({ kind: 'pending_changes' });
    if (proposal.kept) return keptAs(voice, proposal.kept);
    for (const event of proposal.events) deps.events.publish(event);
    return inForce();
  }

  async function allAs({ now, voice }: Reading, systems: readonly StoredSystem[]): Promise<System[]> {
    const [linked, rules] = [await countSystemLinks(db.kysely), await linkRules(db.kysely)];
    const wanted = Map.groupBy(await allWanted(db.kysely), ({ system_id }) => system_id);
    const readings = await peopleReadings(db.kysely);
    const gone = new Map<string, GonePerson[]>();
    for (const id of readings.keys()) gone.set(id, await goneIn(db.kysely, id, MOST_GONE));
    const users = [...gone.values()].flat().map(({ user }) => user);
    const sensitive = new Set((await sensitivePeople(db.kysely, deps.keys, users, now)).keys());
    return systems.map((system) => ({
      ...told(system, linked.get(system.id) ?? 0),
      listsPeople: deps.systems.kindOf(system.kind).readPeople !== undefined,
      people: toldReading(voice, readings.get(system.id), { gone: gone.get(system.id) ?? [], sensitive }),
      linkRule: toldRule(voice, rules.get(system.id)),
      wanted: toldWanted(wanted.get(system.id) ?? []),
    }));
  }

  async function systemAs(reading: Reading, id: string): Promise<System> {
    const [system] = await allAs(reading, [await requireSystem(db.kysely, id)]);
    if (!system) throw new Error('A system that is there is told.');
    return system;
  }

  return {
    systemAs,

    async list(reading: Reading): Promise<OutputOf<'settings.systems.list'>> {
      return { items: await allAs(reading, await allSystems(db.kysely)) };
    },

    async create(
      input: InputOf<'settings.systems.create'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.systems.create'>> {
      const id = uuidv7(now, deps.random);
      const { kind, realm = null, clientId = null, secret = null } = input;
      const url = requireAddress(input.url);
      requireFields(missingFields(kind, { url, realm, clientId, secret: secret !== null }));
      requireFields(oddSecret(kind, secret));
      const system = {
        id,
        kind,
        name: input.name.trim(),
        url,
        realm: realm?.trim() ?? null,
        clientId: clientId?.trim() ?? null,
        secret,
        secretExpiresOn: dayStart(input.secretExpiresOn ?? null),
      };
      const proposal = await namesTakenRefused(() =>
        db.transaction(async (tx) => {
          if (await isSystemNameTaken(tx, system.name)) throw nameTaken();
          return propose(tx, deps, changes.add, { input: system, actor, now });
        }),
      );
      return answer(proposal, voice, () => systemAs({ now, voice }, id));
    },

    async update(
      input: InputOf<'settings.systems.update'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.systems.update'>> {
      const { id } = input;
      const proposal = await namesTakenRefused(() =>
        db.transaction(async (tx): Promise<Proposal> => {
          const row = await requireWritten(tx, deps.keys, id);
          const change = changeOf(row, input);
          if (await isSystemNameTaken(tx, change.name, { but: id })) throw nameTaken();
          if (graveWords(deps.keys, row, change).length > 0)
            return propose(tx, deps, changes.change, { input: change, actor, now });
          const how = { by: actorPerson(actor), agreedBy: null, now };
          return { kept: null, events: await changes.change.apply(tx, change, how) };
        }),
      );
      return answer(proposal, voice, () => systemAs({ now, voice }, id));
    },

    async remove(id: string, { actor, now, voice }: Acting): Promise<OutputOf<'settings.systems.remove'>> {
      const before = await systemAs({ now, voice }, id);
      const proposal = await db.transaction(async (tx) => {
        const { version } = await requireSystem(tx, id);
        return propose(tx, deps, changes.remove, { input: { id, version }, actor, now });
      });
      return answer(proposal, voice, () => Promise.resolve(before));
    },

    async test(id: string, reading: Reading): Promise<OutputOf<'settings.systems.test'>> {
      return testSystem(deps, await requireSystem(db.kysely, id), reading);
    },
  };
}

function toldWanted(links: Awaited<ReturnType<typeof allWanted>>): System['wanted'] {
  return {
    waiting: links.filter(({ not_linked }) => not_linked === null).length,
    not: links.flatMap(({ name, account, not_linked: why }) =>
      why === null ? [] : [{ name, account, why }],
    ),
  };
}

function toldRule({ write }: Voice, row: StoredLinkRule | undefined): System['linkRule'] {
  if (!row) return null;
  const { rule, since, looked, linked, ended_at: endedAt, sentence: problem } = row;
  return {
    rule,
    since: rfc3339(since),
    looked,
    linked,
    endedAt: rfc3339OrNull(endedAt),
    problem: problem === null ? null : write(JSON.parse(problem) as Sentence),
  };
}

function told(
  row: StoredSystem,
  linked: number,
): Omit<System, 'linkRule' | 'wanted' | 'listsPeople' | 'people'> {
  const { id, kind, name, url, realm, client_id, sealed_secret, secret_expires_on: endsOn } = row;
  return {
    id,
    kind,
    name,
    url,
    realm,
    clientId: client_id,
    secretSet: sealed_secret !== null,
    secretExpiresOn: endsOn === null ? null : rfc3339(endsOn).slice(0, 10),
    linked,
    createdAt: rfc3339(row.created_at),
    changedAt: rfc3339(row.changed_at),
  };
}

/** What the system is to be. Refuses what would leave it unable to be asked, or send a secret to another address. */
function changeOf(row: StoredSystem, input: InputOf<'settings.systems.update'>): SystemChange {
  const { secret, secretExpiresOn } = input;
  const change: SystemChange = {
    id: row.id,
    version: row.version,
    name: input.name?.trim() ?? row.name,
    url: input.url === undefined ? row.url : requireAddress(input.url),
    realm: input.realm === undefined ? row.realm : (input.realm?.trim() ?? null),
    clientId: input.clientId === undefined ? row.client_id : (input.clientId?.trim() ?? null),
    secretExpiresOn: secretExpiresOn === undefined ? row.secret_expires_on : dayStart(secretExpiresOn),
    ...(secret === undefined ? {} : { secret }),
  };
  const isSet = secret === undefined ? row.sealed_secret !== null : secret !== null;
  requireFields(missingFields(row.kind, { ...change, secret: isSet }));
  requireFields(oddSecret(row.kind, secret));
  if (change.url !== row.url && secret === undefined && row.sealed_secret !== null)
    requireFields({ secret: sentence('answers/systems', 'secretAgain') });
  return change;
}

function requireAddress(typed: string): string {
  const url = typed.trim().replace(/\/+$/, '');
  if (!isSystemUrl(url)) requireFields({ url: sentence('answers/systems', 'addressForm') });
  return url;
}

function requireFields(fields: Record<string, Sentence>): void {
  const [detail] = Object.values(fields);
  if (detail) throw refuse('invalid_input', { detail, fields });
}

const dayStart = (day: string | null) => (day === null ? null : Date.parse(`${day}T00:00:00Z`));

async function namesTakenRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error) ? nameTaken() : error;
  }
}

function nameTaken(): Refusal {
  const detail = sentence('answers/systems', 'nameTaken');
  return refuse('name_taken', { detail, fields: { name: detail } });
}
