import { seal, unseal } from '../../crypto/seal.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { StoredSystem } from './store.ts';

type Whose = Pick<StoredSystem, 'id' | 'url'>;

// SECURITY: of its row and its address, so that whoever can write to the database has it sent to no address of theirs (S-80).
export const systemContext = ({ id, url }: Whose) => ({
  purpose: 'system',
  userId: '',
  recordId: `${id} ${url}`,
});

/** A system's secret for its row and its address alone. */
export function sealSystemSecret(
  { keys, random }: { keys: Keyring; random: RandomSource },
  whose: Whose,
  secret: string,
): string {
  return seal(keys, random, systemContext(whose), secret);
}

/** Null where it has none. Throws `SealBroken` where the key is gone, or the value is of another row or address. */
export function openSystemSecret(
  keys: Keyring,
  { sealed_secret, ...whose }: Whose & Pick<StoredSystem, 'sealed_secret'>,
): string | null {
  return sealed_secret === null ? null : unseal(keys, systemContext(whose), sealed_secret);
}
