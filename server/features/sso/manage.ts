import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { SsoProvider } from '../../../contract/operations/sso.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import type { Voice } from '../../../contract/words/write.ts';
import { rfc3339 } from '../../time.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Reader } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { actorPerson } from '../../domain/people/people.ts';
import { forgetLinkCodesAt } from './linkCodeStore.ts';
import { keptAs, propose } from '../../domain/pendingChanges/propose.ts';
import type { Proposal } from '../../domain/pendingChanges/propose.ts';
import { redirectUriFor } from './flows.ts';
import { forgetRefusedAt } from './refusedStore.ts';
import { removeFlowsTo } from './flowStore.ts';
import { endLinks, requireNobodyStranded, requireRow, requireThere } from './providerChanges.ts';
import type { createProviderChanges } from './providerChanges.ts';
import { isGrave } from './grave.ts';
import type { ProviderChange } from './grave.ts';
import { issuerOf } from './rules/identity.ts';
import { allProviders, isNameTaken, removeProvider } from './providerStore.ts';
import { countLinked } from './store.ts';
import { auditProvider } from './tellOfProvider.ts';

export interface Acting extends Reading {
  actor: Actor;
}

/** Settings > SSO: providers are added, changed and removed by administrators, with a step-up. */
export function createSsoSettings(deps: Deps, changes: ReturnType<typeof createProviderChanges>) {
  const { db } = deps;

  async function answer(id: string, proposal: Proposal, voice: Voice) {
    deps.events.publish({ kind: 'pending_changes' });
    if (proposal.kept) return keptAs(voice, proposal.kept);
    for (const event of proposal.events) deps.events.publish(event);
    return providerAs(db.kysely, id);
  }

  return {
    async list(): Promise<OutputOf<'settings.sso.list'>> {
      return {
        items: await providersAs(db.kysely),
        redirectUris: {
          web: await redirectUriFor(deps, undefined),
          // The port is another one each time; RFC 8252 §7.3 has providers let it differ.
          desktop: 'http://127.0.0.1/callback',
        },
      };
    },

    /** SECURITY: who signs in at a provider may be signed in here as anybody who is linked: one person adds none (S-114). */
    async create(
      { name, issuer, clientId, clientSecret, linkByEmail }: InputOf<'settings.sso.create'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.sso.create'>> {
      const id = uuidv7(now, deps.random);
      const input = {
        id,
        name: name.trim(),
        issuer: requireIssuer(issuer),
        clientId: clientId.trim(),
        clientSecret: clientSecret ?? null,
        linkByEmail,
      };
      const proposal = await namesTakenRefused(() =>
        db.transaction(async (tx) => {
          if (await isNameTaken(tx, input.name)) throw nameTaken();
          return propose(tx, deps, changes.add, { input, actor, now });
        }),
      );
      return answer(id, proposal, voice);
    },

    async update(
      input: InputOf<'settings.sso.update'>,
      { actor, now, voice }: Acting,
    ): Promise<OutputOf<'settings.sso.update'>> {
      const proposal = await namesTakenRefused(() =>
        db.transaction(async (tx): Promise<Proposal> => {
          const row = await requireRow(tx, deps.keys, input.id);
          const change: ProviderChange = {
            id: row.id,
            version: row.version,
            name: input.name?.trim() ?? row.name,
            issuer: input.issuer === undefined ? row.issuer : requireIssuer(input.issuer),
            clientId: input.clientId?.trim() ?? row.client_id,
            linkByEmail: input.linkByEmail ?? row.link_by_email === 1,
            ...(input.clientSecret === undefined ? {} : { clientSecret: input.clientSecret }),
          };
          if (change.issuer !== row.issuer) await requireNobodyStranded(tx, row);
          if (isGrave(row, change)) return propose(tx, deps, changes.change, { input: change, actor, now });
          const how = { by: actorPerson(actor), agreedBy: null, now };
          return { kept: null, events: await changes.change.apply(tx, change, how) };
        }),
      );
      return answer(input.id, proposal, voice);
    },

    async remove(id: string, { actor, now }: Acting): Promise<void> {
      await db.transaction(async (tx) => {
        const provider = await requireThere(tx, id);
        await requireNobodyStranded(tx, provider);
        const links = await endLinks(tx, id);
        await removeFlowsTo(tx, id);
        await forgetRefusedAt(tx, id);
        await forgetLinkCodesAt(tx, id);
        await removeProvider(tx, id);
        const how = { by: actorPerson(actor), agreedBy: null, now };
        await auditProvider(tx, deps, how, { action: 'sso.provider_removed', provider, data: { links } });
      });
      deps.events.publish({ kind: 'organisation' });
      deps.events.publish({ kind: 'users' });
    },
  };
}

function requireIssuer(typed: string): string {
  const issuer = issuerOf(typed);
  if (issuer !== null) return issuer;
  const detail = sentence('answers/sso', 'issuerForm');
  throw refuse('invalid_input', { detail, fields: { issuer: detail } });
}

async function namesTakenRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error) ? nameTaken() : error;
  }
}

function nameTaken(): Refusal {
  const detail = sentence('answers/sso', 'nameTaken');
  return refuse('name_taken', { detail, fields: { name: detail } });
}

async function providersAs(reader: Reader): Promise<SsoProvider[]> {
  const rows = await allProviders(reader);
  const countOf = await countLinked(reader);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    secretSet: row.sealed_secret !== null,
    linkByEmail: row.link_by_email === 1,
    linked: countOf.get(row.id)?.linked ?? 0,
    external: countOf.get(row.id)?.external ?? 0,
    createdAt: rfc3339(row.created_at),
  }));
}

async function providerAs(reader: Reader, id: string): Promise<SsoProvider> {
  const provider = (await providersAs(reader)).find((entry) => entry.id === id);
  if (!provider) throw refuse('not_found', { detail: sentence('answers/sso', 'noSuchProvider') });
  return provider;
}
