import type { Deps } from '../../context.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { userById, userBySignInName } from '../../domain/people/store.ts';
import type { User } from '../../domain/people/people.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';
import { grantsOf } from '../../domain/secondPerson/store.ts';
import { linkedAccounts, linksTo } from '../../domain/systems/linkStore.ts';
import { LINKS } from '../../domain/systems/macs.ts';
import { emailKey } from '../../domain/people/rules/keys.ts';
import { isNamed } from './claims.ts';
import type { SaidOfThem } from './claims.ts';

/**
 * Who is meant by what Okta says of them; nobody by what they type themselves. Whoever is linked to that account is; else the one person
 * with that address, but no staff and nobody sensitive (as with links by rule). Names, and the address where it is said,
 * have to be the same here. Null where that is nobody for certain.
 */
export async function personMeant(
  reader: Reader,
  { keys }: Pick<Deps, 'keys'>,
  { hint, said, now }: { hint: string | null; said: SaidOfThem | null; now: number },
): Promise<string | null> {
  if (!said) return null;
  const linked = hint === null ? [] : await linksTo(reader, { kind: 'okta', externalId: hint });
  const [link, another] = linked.filter((one) => LINKS.isAsWritten(keys, one));
  if (another) return null;
  const user = link
    ? await userById(reader, link.user_id)
    : await byAddress(reader, keys, { hint, said, now });
  if (user?.status !== 'active' || !isNamed(user.name, said)) return null;
  if (said.email !== undefined && emailKey(said.email) !== emailKey(user.email)) return null;
  return user.id;
}

async function byAddress(
  reader: Reader,
  keys: Keyring,
  { hint, said, now }: { hint: string | null; said: SaidOfThem; now: number },
): Promise<User | undefined> {
  const typed = said.email ?? hint;
  if (typed === null || !typed.includes('@')) return undefined;
  const user = await userBySignInName(reader, typed);
  if (!user) return undefined;
  const isStaff = ((await grantsOf(reader, [user.id])).get(user.id) ?? []).length > 0;
  const isSensitive = ((await sensitivePeople(reader, keys, [user], now)).get(user.id) ?? []).length > 0;
  // Somebody linked to another account there isn't who is meant.
  const isLinked = (await linkedAccounts(reader, user.id)).some(({ system }) => system.kind === 'okta');
  return isStaff || isSensitive || isLinked ? undefined : user;
}
