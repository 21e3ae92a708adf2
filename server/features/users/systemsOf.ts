import type { UserDetail } from '../../../contract/operations/userSchemas.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import type { User } from '../../domain/people/people.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';
import { systemsFor } from '../../domain/systems/linkStore.ts';
import { goneFrom } from '../../domain/systems/systemPeopleStore.ts';
import { DAY, rfc3339 } from '../../time.ts';
import { whyNotChanged } from './fromSystem/judge.ts';

/** The connected systems as a person's page shows them: whose account is theirs, and since when they are gone there. */
export async function systemsOf(
  reader: Reader,
  keys: Keyring,
  user: User,
  now: number,
): Promise<NonNullable<UserDetail['systems']>> {
  const systems = await systemsFor(reader, user.id);
  const gone = new Map((await goneFrom(reader, user.id)).map((one) => [one.systemId, one]));
  if (gone.size === 0) return systems;
  const isSensitive = (await sensitivePeople(reader, keys, [user], now)).has(user.id);
  return systems.map((system) => {
    const there = gone.get(system.id);
    if (!there) return system;
    const { since, graceDays } = there;
    const suspendsAt = whyNotChanged(user, isSensitive) ? null : rfc3339(since + graceDays * DAY);
    return { ...system, gone: { since: rfc3339(since), suspendsAt } };
  });
}
