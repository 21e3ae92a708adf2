import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import { appendAudit } from '../../domain/audit/append.ts';
import { usernameKey } from '../../domain/people/rules/keys.ts';
import { idsByUsername, peopleById } from '../../domain/people/store.ts';
import type { ChangeKind } from '../../domain/pendingChanges/kinds.ts';
import { propose } from '../../domain/pendingChanges/propose.ts';
import { linksAmong } from '../../domain/systems/linkStore.ts';
import type { LinkingOfMany, NamedAccount } from '../../domain/systems/linkingOfMany.ts';
import { insertWanted } from '../../domain/systems/wantedStore.ts';
import { requireSystem } from './requireSystem.ts';

/** Links of many people: what a file calls each account there. */
export interface ManyLinks {
  systemId: string;
  /** Of the system when it was asked for: elsewhere the same names are other people's. */
  url: string;
  realm: string | null;
  links: readonly NamedAccount[];
}

/** So many at most are agreed to at once. */
const MOST = 5000;
/** So many are named to whoever agrees. */
const NAMED = 5;
const AT_ONCE = 500;

/** The kind of change that links many people, agreed to once; the system is asked for each account after it. */
export function createManyLinksKind(deps: Pick<Deps, 'keys' | 'random' | 'config'>): ChangeKind<ManyLinks> {
  return {
    name: 'systems.linked_many',
    permission: 'users.manage',
    about: ({ systemId }) => `links ${systemId}`,
    async describe(reader, { systemId, links }) {
      const { name: system } = await requireSystem(reader, systemId);
      const people = new Map<string, { username: string; name: string }>();
      for (let from = 0; from < links.length; from += AT_ONCE) {
        const ids = links.slice(from, from + AT_ONCE).map(({ userId }) => userId);
        for (const person of await peopleById(reader, ids)) people.set(person.id, person);
      }
      // SECURITY: whose account has another name than they have here is named first, or one such row hides among thousands.
      const isOther = ({ userId, account }: NamedAccount) =>
        usernameKey(people.get(userId)?.username ?? '') !== usernameKey(account);
      const first = links.toSorted((a, b) => Number(isOther(b)) - Number(isOther(a))).slice(0, NAMED);
      const names = first.flatMap(({ userId, account }) => {
        const name = people.get(userId)?.name;
        return name === undefined ? [] : [`${name} (${account})`];
      });
      const more = links.length - names.length;
      const told = { system, count: links.length, names: names.join(', '), more };
      return { summary: sentence('changes', 'linkMany', told), touches: [] };
    },
    async apply(tx, { systemId, url, realm, links }, { by, agreedBy, now }) {
      const { name, ...system } = await requireSystem(tx, systemId);
      if (system.url !== url || system.realm !== realm)
        throw refuse('stale_version', { detail: sentence('answers/systems', 'movedMeanwhile', { name }) });
      await insertWanted(
        tx,
        deps.keys,
        links.map(({ userId, account }) => ({
          user_id: userId,
          system_id: systemId,
          account,
          by_id: by.id,
          by_name: by.name,
          at: now,
        })),
      );
      await appendAudit(tx, deps, {
        at: now,
        action: 'system.links_agreed',
        actor: { id: by.id, name: by.name },
        target: null,
        data: { system: name, people: links.length, ...(agreedBy ? { agreedBy: agreedBy.name } : {}) },
      });
      return [{ kind: 'organisation' }];
    },
  };
}

/** For the import of people, which knows nothing of systems. */
export function createLinkingOfMany(deps: Deps, kind: ChangeKind<ManyLinks>): LinkingOfMany {
  return {
    async look(reader, systemId) {
      await requireSystem(reader, systemId);
    },
    async missing(reader, systemId, named) {
      const links: NamedAccount[] = [];
      for (let first = 0; first < named.length; first += AT_ONCE) {
        const some = named.slice(first, first + AT_ONCE);
        const ids = await idsByUsername(
          reader,
          some.map(({ username }) => username),
        );
        const linked = await linksAmong(reader, systemId, [...ids.values()]);
        for (const { username, account } of some) {
          const userId = ids.get(username);
          if (userId === undefined || account === null) continue;
          const link = linked.get(userId);
          if (link?.external_id !== account && link?.external_name !== account)
            links.push({ userId, account });
        }
      }
      return links;
    },
    async propose(tx, { systemId, links, actor, now }) {
      const { url, realm } = await requireSystem(tx, systemId);
      if (links.length > MOST)
        throw refuse('invalid_input', {
          detail: sentence('answers/systems', 'tooManyLinks', { most: MOST }),
          fields: { content: sentence('answers/systems', 'tooManyLinks', { most: MOST }) },
        });
      return propose(tx, deps, kind, { input: { systemId, url, realm, links }, actor, now });
    },
  };
}
