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
import { rfc3339 } from '../../time.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import type { Proposal } from '../../domain/pendingChanges/propose.ts';
import { countSystemLinks } from '../../domain/systems/linkStore.ts';
import { isSystemUrl } from '../../domain/systems/rules/address.ts';
import { allSystems, isSystemNameTaken } from '../../domain/systems/store.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';
import type { createSystemChanges } from './changes.ts';
import { graveWords } from './grave.ts';
import type { SystemChange } from './grave.ts';
import { requireSystem } from './requireSystem.ts';
import { missingFields } from './rules/fields.ts';
import { testSystem } from './test.ts';

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

  async function systemAs(id: string): Promise<System> {
    const linked = await countSystemLinks(db.kysely);
    return told(await requireSystem(db.kysely, id), linked.get(id) ?? 0);
  }

  return {
    async list(): Promise<OutputOf<'settings.systems.list'>> {
      const [systems, linked] = [await allSystems(db.kysely), await countSystemLinks(db.kysely)];
      return { items: systems.map((system) => told(system, linked.get(system.id) ?? 0)) };
    },

    async create(
      input: InputOf<'settings.systems.create'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.systems.create'>> {
      const id = uuidv7(now, deps.random);
      const { kind, realm = null, clientId = null, secret = null } = input;
      requireFields(missingFields(kind, { realm, clientId, secret: secret !== null }));
      const system = {
        id,
        kind,
        name: input.name.trim(),
        url: requireAddress(input.url),
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
      return answer(proposal, voice, () => systemAs(id));
    },

    async update(
      input: InputOf<'settings.systems.update'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.systems.update'>> {
      const { id } = input;
      const proposal = await namesTakenRefused(() =>
        db.transaction(async (tx): Promise<Proposal> => {
          const row = await requireSystem(tx, id);
          const change = changeOf(row, input);
          if (await isSystemNameTaken(tx, change.name, { but: id })) throw nameTaken();
          if (graveWords(deps.keys, row, change).length > 0)
            return propose(tx, deps, changes.change, { input: change, actor, now });
          const how = { by: actorPerson(actor), agreedBy: null, now };
          return { kept: null, events: await changes.change.apply(tx, change, how) };
        }),
      );
      return answer(proposal, voice, () => systemAs(id));
    },

    async remove(id: string, { actor, now, voice }: Acting): Promise<OutputOf<'settings.systems.remove'>> {
      const before = await systemAs(id);
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

function told(row: StoredSystem, linked: number): System {
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
