import type { LiveEvent } from '../../../contract/events.ts';
import { SYSTEM_NAMES } from '../../../contract/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { removeSystemLinks } from '../../domain/systems/linkStore.ts';
import { removeLinkRule } from '../../domain/systems/linkRuleStore.ts';
import { removePeopleReading } from '../../domain/systems/peopleReadingStore.ts';
import { sealSystemSecret } from '../../domain/systems/secret.ts';
import { insertSystem, removeSystem, updateSystem } from '../../domain/systems/store.ts';
import { forgetWanted } from '../../domain/systems/wantedStore.ts';
import { graveWords } from './grave.ts';
import type { NewSystem, SystemChange } from './grave.ts';
import { changedMeanwhile, requireSystem, requireWritten } from './requireSystem.ts';
import { tellOfRemoved, tellOfSaved } from './tell.ts';

const SAVED: LiveEvent[] = [{ kind: 'organisation' }, { kind: 'users' }];

/** The kinds of change to which systems resets reach (S-114). */
export function createSystemChanges(deps: Pick<Deps, 'keys' | 'random' | 'config'>) {
  const sealed = (whose: { id: string; url: string }, secret: string | null) =>
    secret === null ? null : sealSystemSecret(deps, whose, secret);

  const add: ChangeKind<NewSystem> = {
    name: 'systems.added',
    permission: 'settings.write',
    about: ({ name }) => name.toLowerCase(),
    describe: (_reader, { name, kind, url }) =>
      Promise.resolve({
        summary: sentence('changes', 'addSystem', { name, kind: SYSTEM_NAMES[kind], url }),
        touches: [],
      }),
    async apply(tx, { id, kind, name, url, realm, clientId, secret, secretExpiresOn }, how) {
      const fields = {
        name,
        url,
        realm,
        client_id: clientId,
        sealed_secret: sealed({ id, url }, secret),
        secret_expires_on: secretExpiresOn,
      };
      await insertSystem(tx, deps.keys, { id, kind, ...fields, now: how.now });
      const data = { kind, realm, clientId, secret: secret === null ? 'none' : 'set' };
      await tellOfSaved(tx, deps, how, { name, url, data });
      return SAVED;
    },
  };

  const change: ChangeKind<SystemChange> = {
    name: 'systems.changed',
    permission: 'settings.write',
    about: ({ id }) => id,
    async describe(reader, input) {
      const row = await requireWritten(reader, deps.keys, input.id);
      const changes = { each: graveWords(deps.keys, row, input), by: 'and' } as const;
      const { name, url } = row;
      return { summary: sentence('changes', 'changeSystem', { name, url, changes }), touches: [] };
    },
    async apply(tx, input, how) {
      const { id, version, name, url, realm, clientId, secret, secretExpiresOn } = input;
      const row = await requireWritten(tx, deps.keys, id);
      const isElsewhere = url !== row.url || realm !== row.realm;
      const fields = {
        name,
        url,
        realm,
        client_id: clientId,
        // SECURITY: a secret that was given for one address is not sent to another; asking for the change refused that.
        sealed_secret: secret === undefined ? row.sealed_secret : sealed({ id, url }, secret),
        secret_expires_on: secretExpiresOn,
      };
      if (!(await updateSystem(tx, deps.keys, { ...row, version }, { ...fields, now: how.now })))
        throw changedMeanwhile(row);
      // Elsewhere the same ids are other people's.
      const links = isElsewhere ? await removeSystemLinks(tx, id) : 0;
      if (isElsewhere) {
        await removeLinkRule(tx, id);
        await forgetWanted(tx, { systemId: id });
        await removePeopleReading(tx, id);
      }
      const kept = secret === undefined ? 'the same' : secret === null ? 'none' : 'another one';
      const data = { kind: row.kind, realm, clientId, secret: kept, linksEnded: links };
      await tellOfSaved(tx, deps, how, { name, url, data });
      return SAVED;
    },
  };

  const remove: ChangeKind<{ id: string; version: number }> = {
    name: 'systems.removed',
    permission: 'settings.write',
    about: ({ id }) => `remove ${id}`,
    async describe(reader, { id }) {
      const { name, url } = await requireSystem(reader, id);
      return { summary: sentence('changes', 'removeSystem', { name, url }), touches: [] };
    },
    async apply(tx, { id, version }, how) {
      const row = await requireSystem(tx, id);
      if (!(await removeSystem(tx, { id, version }, how.now))) throw changedMeanwhile(row);
      const links = await removeSystemLinks(tx, id);
      await removeLinkRule(tx, id);
      await forgetWanted(tx, { systemId: id });
      await removePeopleReading(tx, id);
      await tellOfRemoved(tx, deps, how, { name: row.name, url: row.url, links });
      return SAVED;
    },
  };
  return { add, change, remove };
}
