import type { LinkRule, NotLinked } from '../../../contract/systems.ts';
import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { addressesSince } from '../../domain/people/contactStore.ts';
import { emailKey } from '../../domain/people/rules/keys.ts';
import type { User } from '../../domain/people/people.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';
import type { Access, SystemAccount } from '../../domain/systems/kind.ts';
import { accountsTaken, peopleWithoutLink, sharedAddresses } from '../../domain/systems/linkRuleStore.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';
import { accountByRule, notByRule } from './rules/judgeLink.ts';
import type { LinkFacts } from './rules/judgeLink.ts';

/** Somebody who has no link there, and the account that a rule says is theirs; else why it says none. */
export type Judged = { user: User } & ({ account: SystemAccount } | { not: NotLinked });

type Unlinked = User & { unlinked: boolean };

/** People who are judged together, in a few statements. */
const PAGE = 25;
/** Questions that the system is asked at once. */
const AT_ONCE = 5;

/**
 * What a rule says of the next people in the order of their ids. Asks the system, so never inside a transaction; throws
 * `SystemFailure`.
 *
 * @param at.after the last one who was judged; empty at the beginning
 */
export async function judgePeople(
  { db, keys, systems }: Pick<Deps, 'db' | 'keys' | 'systems'>,
  system: StoredSystem,
  rule: LinkRule,
  { after, access, now }: { after: string; access: Access; now: number },
): Promise<{ judged: Judged[]; next: string | null }> {
  const people = await peopleWithoutLink(db.kysely, { systemId: system.id, after, limit: PAGE });
  const facts = await readLinkFacts(db.kysely, keys, { rule, people, now });
  const kind = systems.kindOf(system.kind);
  const found = new Map<string, SystemAccount[]>();
  const asked = people.filter((user) => notByRule(rule, facts(user), now) === null);
  for (let first = 0; first < asked.length; first += AT_ONCE)
    await Promise.all(
      asked.slice(first, first + AT_ONCE).map(async ({ id, username, email }) => {
        const who = { username, email: rule === 'email' ? email : null };
        found.set(id, await kind.findAccounts(access, who));
      }),
    );
  const ids = [...found.values()].flat().map(({ externalId }) => externalId);
  const taken = await accountsTaken(db.kysely, system.id, [...new Set(ids)]);
  const judged = people.map((user): Judged => {
    const not = notByRule(rule, facts(user), now);
    if (not) return { user, not };
    return { user, ...accountByRule(rule, user, { accounts: found.get(user.id) ?? [], taken }) };
  });
  return { judged, next: people.length < PAGE ? null : (people.at(-1)?.id ?? null) };
}

/** What a rule has to know of people, read for all of them at once. */
export async function readLinkFacts(
  reader: Reader,
  keys: Keyring,
  { rule, people, now }: { rule: LinkRule; people: readonly Unlinked[]; now: number },
): Promise<(user: Unlinked) => LinkFacts> {
  const sensitive = await sensitivePeople(reader, keys, people, now);
  const emails = people.flatMap(({ email }) => (email === null ? [] : [emailKey(email)]));
  const shared = rule === 'email' ? await sharedAddresses(reader, [...new Set(emails)]) : new Set<string>();
  const ids = people.map(({ id }) => id);
  const since = rule === 'email' ? await addressesSince(reader, ids) : new Map<string, number>();
  return ({ id, username, email, is_staff, unlinked }) => ({
    username,
    email,
    isStaff: is_staff === 1,
    isSensitive: sensitive.has(id),
    unlinked,
    emailSince: since.get(id) ?? null,
    isShared: email !== null && shared.has(emailKey(email)),
  });
}
