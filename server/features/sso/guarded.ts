import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import type { User } from '../../domain/people/people.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';

/** Staff and sensitive people: an address at a provider is not enough to be linked to them (8.A1). */
export async function isGuarded(
  reader: Reader,
  keys: Keyring,
  user: Pick<User, 'id' | 'department' | 'is_staff'>,
  now: number,
): Promise<boolean> {
  return user.is_staff === 1 || (await sensitivePeople(reader, keys, [user], now)).has(user.id);
}
