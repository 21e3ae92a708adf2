import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import type { SsoProvider } from '../../../contract/operations/sso.ts';
import type { Actor, Deps } from '../../context.ts';
import { rfc3339 } from '../../time.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { isUniqueViolation } from '../../db/errors.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { mailStaff } from '../../domain/mail/enqueue.ts';
import { endProviderSessions } from '../../domain/sessions/ssoSessionStore.ts';
import { redirectUriFor } from './flows.ts';
import { forgetRefusedAt } from './refusedStore.ts';
import { removeFlowsTo } from './flowStore.ts';
import { sealSecret } from './providers.ts';
import { issuerOf } from './rules/identity.ts';
import {
  allProviders,
  insertProvider,
  providerById,
  removeProvider,
  updateProvider,
} from './providerStore.ts';
import { countLinked, countStranded, removeLinksWith } from './store.ts';

export interface Acting {
  actor: Actor;
  now: number;
}

/** Settings > SSO: providers are added, changed and removed by administrators, with a step-up. */
export function createSsoSettings(deps: Deps) {
  const { db } = deps;

  /** The audit event, and a mail to those who have to know who lets people in. */
  async function tell(
    tx: Tx,
    { actor, now }: Acting,
    action: 'sso.provider_saved' | 'sso.provider_removed',
    provider: { name: string; issuer: string },
    data: Record<string, unknown>,
  ): Promise<void> {
    await appendAudit(tx, deps, {
      at: now,
      action,
      actor: { id: actor.userId, name: actor.name },
      target: null,
      data: { provider: provider.name, issuer: provider.issuer, ...data },
    });
    if (action === 'sso.provider_removed') return;
    await mailStaff(tx, deps, {
      to: 'administrators_and_officers',
      kind: 'sso_provider_saved',
      at: now,
      params: { by: actor.name, provider: provider.name, issuer: provider.issuer },
    });
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

    async create(input: InputOf<'settings.sso.create'>, acting: Acting): Promise<SsoProvider> {
      const { now } = acting;
      const id = uuidv7(now, deps.random);
      const issuer = requireIssuer(input.issuer);
      const name = input.name.trim();
      await namesTakenRefused(() =>
        db.transaction(async (tx) => {
          await insertProvider(
            tx,
            id,
            {
              name,
              issuer,
              client_id: input.clientId.trim(),
              sealed_secret: input.clientSecret ? sealSecret(deps, id, input.clientSecret) : null,
              link_by_email: input.linkByEmail ? 1 : 0,
            },
            now,
          );
          const { linkByEmail, clientId } = input;
          const secret = input.clientSecret ? 'set' : 'none';
          await tell(tx, acting, 'sso.provider_saved', { name, issuer }, { clientId, linkByEmail, secret });
        }),
      );
      deps.events.publish({ kind: 'organisation' });
      return providerAs(db.kysely, id);
    },

    async update(input: InputOf<'settings.sso.update'>, acting: Acting): Promise<SsoProvider> {
      await namesTakenRefused(() => db.transaction((tx) => change(tx, input, acting)));
      deps.events.publish({ kind: 'organisation' });
      return providerAs(db.kysely, input.id);
    },

    async remove(id: string, acting: Acting): Promise<void> {
      await db.transaction(async (tx) => {
        const provider = await requireRow(tx, id);
        await requireNobodyStranded(tx, provider);
        const links = await endLinks(tx, id);
        await removeFlowsTo(tx, id);
        await forgetRefusedAt(tx, id);
        await removeProvider(tx, id);
        await tell(tx, acting, 'sso.provider_removed', provider, { links });
      });
      deps.events.publish({ kind: 'organisation' });
      deps.events.publish({ kind: 'users' });
    },
  };

  async function change(tx: Tx, input: InputOf<'settings.sso.update'>, acting: Acting): Promise<void> {
    const row = await requireRow(tx, input.id);
    const issuer = input.issuer === undefined ? row.issuer : requireIssuer(input.issuer);
    const elsewhere = issuer !== row.issuer;
    if (elsewhere) {
      // Another issuer's subjects are other people.
      await requireNobodyStranded(tx, row);
      await endLinks(tx, row.id);
    }
    // Of another issuer or client they may be other people's; who was refused tries again.
    await forgetRefusedAt(tx, row.id);
    // SECURITY: a secret that was given for one provider is not sent to another one.
    const kept = elsewhere ? null : row.sealed_secret;
    const { clientSecret } = input;
    const sealed =
      clientSecret === undefined
        ? kept
        : clientSecret === null
          ? null
          : sealSecret(deps, row.id, clientSecret);
    const name = input.name?.trim() ?? row.name;
    const clientId = input.clientId?.trim() ?? row.client_id;
    const linkByEmail = input.linkByEmail ?? row.link_by_email === 1;
    await updateProvider(tx, row.id, {
      name,
      issuer,
      client_id: clientId,
      sealed_secret: sealed,
      link_by_email: linkByEmail ? 1 : 0,
    });
    const secret = sealed === null ? 'none' : sealed === row.sealed_secret ? 'the same' : 'another one';
    await tell(tx, acting, 'sso.provider_saved', { name, issuer }, { clientId, linkByEmail, secret });
  }
}

async function requireRow(tx: Tx, id: string) {
  const row = await providerById(tx, id);
  if (!row) throw refuse('not_found', { detail: 'There is no such identity provider.' });
  return row;
}

async function requireNobodyStranded(tx: Tx, { id, name }: { id: string; name: string }): Promise<void> {
  const stranded = await countStranded(tx, id);
  if (stranded === 0) return;
  const who = stranded === 1 ? '1 person' : `${stranded} people`;
  throw refuse('provider_in_use', {
    detail: `${who} can only sign in by ${name}. Allow them their password first: Users, SSO only.`,
    extra: { people: stranded },
  });
}

async function endLinks(tx: Tx, providerId: string): Promise<number> {
  await endProviderSessions(tx, providerId);
  return removeLinksWith(tx, providerId);
}

function requireIssuer(typed: string): string {
  const issuer = issuerOf(typed);
  if (issuer !== null) return issuer;
  const sentence =
    'Write the issuer like https://login.example.org, as the provider writes it. It has to begin with https://.';
  throw refuse('invalid_input', { detail: sentence, fields: { issuer: sentence } });
}

async function namesTakenRefused(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const sentence = 'There is an identity provider by that name already. Choose another name.';
    throw refuse('name_taken', { detail: sentence, fields: { name: sentence } });
  }
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
  if (!provider) throw refuse('not_found', { detail: 'There is no such identity provider.' });
  return provider;
}
