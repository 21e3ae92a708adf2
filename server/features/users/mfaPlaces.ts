import type { OutputOf } from '../../../contract/operations.ts';
import { MFA_PLACES } from '../../../contract/userStates.ts';
import type { Reader } from '../../db/connection.ts';
import { mfaInCondition } from '../../domain/systems/guardStore.ts';
import { allSystems } from '../../domain/systems/store.ts';
import { countEach } from './store.ts';

/** How many people have MFA where, each number by what its list filters by; nobody is counted where no system is connected. */
export async function mfaPlaces(reader: Reader): Promise<OutputOf<'users.mfaPlaces'>> {
  const systems = await allSystems(reader);
  if (systems.length === 0) return { systems: [], counts: null };
  const places = [...MFA_PLACES, ...systems.map(({ id }) => id)];
  const counted = await countEach(reader, places.map(mfaInCondition));
  const numberOf = new Map(places.map((place, at) => [place, counted[at] ?? 0]));
  const count = (place: string) => numberOf.get(place) ?? 0;
  return {
    systems: systems.map(({ id, name }) => ({ id, name, withMfa: count(id) })),
    counts: {
      here: count('here'),
      anywhere: count('anywhere'),
      nowhere: count('nowhere'),
      unread: count('unread'),
    },
  };
}
