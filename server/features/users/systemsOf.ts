import type { UserDetail, UserRow } from '../../../contract/operations/userSchemas.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import type { User } from '../../domain/people/people.ts';
import { sensitivePeople } from '../../domain/policy/sensitive.ts';
import { guardsOf } from '../../domain/systems/guardStore.ts';
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
  const connected = await systemsFor(reader, user.id);
  if (connected.length === 0) return [];
  const counted = new Map((await guardsOf(reader, [user.id])).map((guard) => [guard.system_id, guard]));
  const systems = connected.map((system) => {
    const guard = counted.get(system.id);
    if (!guard) return system;
    return { ...system, counted: { withMfa: guard.guarded === 1, readAt: rfc3339(guard.read_at) } };
  });
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

/** The same rows, each with where else they have MFA. */
export async function withMfaElsewhere(reader: Reader, rows: readonly UserRow[]): Promise<UserRow[]> {
  const guards = await guardsOf(
    reader,
    rows.map(({ id }) => id),
  );
  const byUser = Map.groupBy(
    guards.filter(({ guarded }) => guarded === 1),
    ({ user_id }) => user_id,
  );
  return rows.map((row) => {
    const own = byUser.get(row.id);
    return own ? { ...row, mfaElsewhere: own.map(({ system_id }) => system_id) } : row;
  });
}
