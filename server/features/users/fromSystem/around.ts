import { emailKey, usernameKey } from '../../../domain/people/rules/keys.ts';
import { searchKey } from '../../../db/dialects.ts';
import type { Keyring } from '../../../crypto/keyring.ts';
import type { Reader } from '../../../db/connection.ts';
import { managedUsers, peopleCalled, usersByUsername } from '../../../domain/people/importStore.ts';
import type { ManagedUser } from '../../../domain/people/importStore.ts';
import type { SystemPerson } from '../../../domain/systems/kind.ts';
import { linksIn } from '../../../domain/systems/linkStore.ts';
import { LINKS, SEEN } from '../../../domain/systems/macs.ts';
import { seenIn } from '../../../domain/systems/systemPeopleStore.ts';
import type { SeenPerson } from '../../../domain/systems/systemPeopleStore.ts';
import type { Around } from '../rules/whoIsThere.ts';

/** What is known here of a system's people, from the reading before and from links. */
export interface KnownPeople {
  /** By id there. */
  seen: ReadonlyMap<string, SeenPerson>;
  /** Ids here by id there. */
  users: ReadonlyMap<string, string>;
  /** Ids there by id here. */
  accounts: ReadonlyMap<string, string>;
  /** Ids there of which a row here isn't as a server wrote it. */
  altered: ReadonlySet<string>;
}

/** Whose account there is whose, as far as it was read before or linked. SECURITY: of rows that a server with the key wrote. */
export async function knownPeople(reader: Reader, keys: Keyring, systemId: string): Promise<KnownPeople> {
  const seen = await seenIn(reader, systemId);
  const links = await linksIn(reader, systemId);
  const altered = [
    ...seen.filter((row) => !SEEN.isAsWritten(keys, row)),
    ...links.filter((link) => !LINKS.isAsWritten(keys, link)),
  ].map(({ external_id }) => external_id);
  const isOdd = new Set(altered);
  // What two people agreed to goes before what was read: of somebody linked that account is theirs, and no other.
  const linked = new Set(links.map(({ user_id }) => user_id));
  const read = seen.filter(({ user_id }) => !linked.has(user_id));
  const pairs = [...read, ...links].filter(({ external_id }) => !isOdd.has(external_id));
  return {
    seen: new Map(seen.map((row) => [row.external_id, row])),
    users: new Map(pairs.map(({ external_id, user_id }) => [external_id, user_id])),
    accounts: new Map(pairs.map(({ external_id, user_id }) => [user_id, external_id])),
    altered: isOdd,
  };
}

/** Usernames and addresses (as keys) that more than one open account there has. */
export function namedTwice(people: readonly SystemPerson[]): { usernames: Set<string>; emails: Set<string> } {
  const open = people.filter(({ enabled }) => enabled);
  return {
    usernames: twice(open.map(({ username }) => usernameKey(username))),
    emails: twice(open.flatMap(({ email }) => (email === null ? [] : [emailKey(email)]))),
  };
}

function twice(keys: readonly string[]): Set<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const key of keys) (once.has(key) ? again : once).add(key);
  return again;
}

/** Reads what decides who some accounts there are; of 200 at most. */
export async function readAround(
  reader: Reader,
  known: KnownPeople,
  { people, among }: { people: readonly SystemPerson[]; among: ReturnType<typeof namedTwice> },
): Promise<(person: SystemPerson) => Around<ManagedUser>> {
  const ids = people.flatMap(({ externalId }) => known.users.get(externalId) ?? []);
  const byId = await managedUsers(reader, [...new Set(ids)]);
  const byUsername = await usersByUsername(reader, [...new Set(people.map(usernameOf))]);
  const emails = people.flatMap(({ email }) => (email === null ? [] : [emailKey(email)]));
  const names = people.flatMap(({ name }) => (name === null ? [] : [searchKey(name)]));
  const called = await peopleCalled(reader, {
    emails: [...new Set(emails)],
    names: [...new Set(names)],
  });
  const byEmail = Map.groupBy(called, ({ email }) => emailKey(email));
  const byName = Map.groupBy(called, ({ name_key }) => name_key);
  return (person) => {
    const { externalId, username, email, name } = person;
    const hasAnother = (userId: string) => (known.accounts.get(userId) ?? externalId) !== externalId;
    const user = byUsername.get(usernameKey(username));
    return {
      known: byId.get(known.users.get(externalId) ?? '') ?? null,
      isAltered: known.altered.has(externalId),
      isTwice:
        among.usernames.has(usernameKey(username)) || (email !== null && among.emails.has(emailKey(email))),
      named: user ? { user, doubt: doubtOf(person, user) } : null,
      addressed: email === null ? [] : (byEmail.get(emailKey(email)) ?? []),
      namesakes:
        name === null ? [] : (byName.get(searchKey(name)) ?? []).filter(({ id }) => !known.accounts.has(id)),
      hasAnother,
    };
  };
}

/** SECURITY: whoever may choose a username there, and needn't prove an address, would else become somebody here. */
function doubtOf({ email, emailVerified }: SystemPerson, user: Pick<ManagedUser, 'email'>) {
  if (email !== null && emailKey(email) !== emailKey(user.email)) return 'readOtherAddress';
  return email === null || emailVerified !== true ? 'readUnproven' : null;
}

const usernameOf = ({ username }: SystemPerson) => usernameKey(username);
