import type { LiveEvent } from '../../../contract/events.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { endProviderSessions } from '../../domain/sessions/ssoSessionStore.ts';
import { graveWords } from './grave.ts';
import type { NewProvider, ProviderChange } from './grave.ts';
import { forgetRefusedAt } from './refusedStore.ts';
import { requireAsWritten, sealSecret } from './providers.ts';
import { insertProvider, providerById, updateProvider } from './providerStore.ts';
import type { StoredProvider } from './providerStore.ts';
import { countStranded, removeLinksWith } from './store.ts';
import { tellOfSaved } from './tellOfProvider.ts';

const SAVED: LiveEvent[] = [{ kind: 'organisation' }];

/** The kinds of change to who lets people in. */
export function createProviderChanges(deps: Pick<Deps, 'keys' | 'random' | 'config'>) {
  const add: ChangeKind<NewProvider> = {
    name: 'sso.provider_added',
    permission: 'settings.write',
    about: ({ name }) => name.toLowerCase(),
    describe: (_reader, { name, issuer, clientId, linkByEmail }) =>
      Promise.resolve({
        summary: sentence('changes', 'addProvider', {
          name,
          issuer,
          client: clientId,
          linking: linkByEmail ? 'yes' : 'other',
        }),
        touches: [],
      }),
    async apply(tx, { id, name, issuer, clientId, clientSecret, linkByEmail }, how) {
      const fields = {
        name,
        issuer,
        client_id: clientId,
        sealed_secret: clientSecret === null ? null : sealSecret(deps, id, clientSecret),
        link_by_email: linkByEmail ? 1 : 0,
      };
      await insertProvider(tx, deps.keys, { id, fields, now: how.now });
      const secret = clientSecret === null ? 'none' : 'set';
      const data = { clientId, linkByEmail, secret };
      await tellOfSaved(tx, deps, how, { provider: { name, issuer }, data });
      return SAVED;
    },
  };

  const change: ChangeKind<ProviderChange> = {
    name: 'sso.provider_changed',
    permission: 'settings.write',
    about: ({ id }) => id,
    async describe(reader, input) {
      const row = await requireRow(reader, deps.keys, input.id);
      const changes = { each: graveWords(deps.keys, row, input), by: 'and' } as const;
      const { name, issuer } = row;
      return { summary: sentence('changes', 'changeProvider', { name, issuer, changes }), touches: [] };
    },
    async apply(tx, input, how) {
      const { id, version, name, issuer, clientId, clientSecret, linkByEmail } = input;
      const row = await requireRow(tx, deps.keys, id);
      const elsewhere = issuer !== row.issuer;
      if (elsewhere) {
        // Another issuer's subjects are other people.
        await requireNobodyStranded(tx, row);
        await endLinks(tx, id);
      }
      // Of another issuer or client they may be other people's; who was refused tries again.
      await forgetRefusedAt(tx, id);
      // SECURITY: a secret that was given for one provider is not sent to another one.
      const kept = elsewhere ? null : row.sealed_secret;
      const sealed =
        clientSecret === undefined ? kept : clientSecret === null ? null : sealSecret(deps, id, clientSecret);
      const changed = await updateProvider(
        tx,
        deps.keys,
        { id, version, created_at: row.created_at },
        {
          name,
          issuer,
          client_id: clientId,
          sealed_secret: sealed,
          link_by_email: linkByEmail ? 1 : 0,
        },
      );
      if (!changed)
        throw refuse('stale_version', {
          detail: sentence('answers/sso', 'changedMeanwhile', { name: row.name }),
        });
      const secret = sealed === null ? 'none' : sealed === row.sealed_secret ? 'the same' : 'another one';
      const data = { clientId, linkByEmail, secret };
      await tellOfSaved(tx, deps, how, { provider: { name, issuer }, data });
      return SAVED;
    },
  };
  return { add, change };
}

/** Refuses with `not_found`, also where it was altered in the database: nothing altered is kept by a change. */
export async function requireRow(reader: Reader, keys: Keyring, id: string): Promise<StoredProvider> {
  const row = await requireThere(reader, id);
  requireAsWritten(keys, row);
  return row;
}

/** The same however it stands there, for its removal. */
export async function requireThere(reader: Reader, id: string): Promise<StoredProvider> {
  const row = await providerById(reader, id);
  if (!row) throw refuse('not_found', { detail: sentence('answers/sso', 'noSuchProvider') });
  return row;
}

/** Refuses with `provider_in_use` where people could not sign in any more. */
export async function requireNobodyStranded(
  tx: Tx,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const stranded = await countStranded(tx, id);
  if (stranded === 0) return;
  throw refuse('provider_in_use', {
    detail: sentence('answers/sso', 'inUse', { count: stranded, name }),
    extra: { people: stranded },
  });
}

/** Ends every link with a provider, and the sessions that they made; answers how many. */
export async function endLinks(tx: Tx, providerId: string): Promise<number> {
  await endProviderSessions(tx, providerId);
  return removeLinksWith(tx, providerId);
}
