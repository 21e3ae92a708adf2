import type { Keyring } from '../../../crypto/keyring.ts';
import type { Tx } from '../../../db/connection.ts';
import type { User } from '../../../domain/people/people.ts';
import { sensitivePeople } from '../../../domain/policy/sensitive.ts';
import { grantsOf } from '../../../domain/secondPerson/store.ts';
import { targetOf } from '../assessing/assess.ts';
import type { Situation } from '../rules/situation.ts';

/** Whom an act is about that no request stands behind, as the machine asks: there is no request whose tier could be asked. */
export async function readTarget(
  tx: Tx,
  keys: Keyring,
  user: User,
  now: number,
): Promise<Pick<Situation, 'target' | 'tier'>> {
  const grants = (await grantsOf(tx, [user.id])).get(user.id) ?? [];
  const sensitive = await sensitivePeople(tx, keys, [user], now);
  return {
    target: targetOf(user, grants).target,
    tier: grants.length + sensitive.size > 0 ? 'privileged' : 'standard',
  };
}
