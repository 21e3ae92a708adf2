import { seal, unseal } from '../../crypto/seal.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { StoredSystem } from './store.ts';

const contextOf = (id: string) => ({ purpose: 'system', userId: '', recordId: id });

/** A system's secret for its row alone. */
export function sealSystemSecret(
  { keys, random }: { keys: Keyring; random: RandomSource },
  id: string,
  secret: string,
): string {
  return seal(keys, random, contextOf(id), secret);
}

/** Null where it has none. Throws `SealBroken` where the key is gone, or the value is of another row. */
export function openSystemSecret(
  keys: Keyring,
  { id, sealed_secret }: Pick<StoredSystem, 'id' | 'sealed_secret'>,
): string | null {
  return sealed_secret === null ? null : unseal(keys, contextOf(id), sealed_secret);
}
