import type { Reader } from '../../../db/connection.ts';
import { userById } from '../../../domain/people/store.ts';
import type { User } from '../../../domain/people/people.ts';
import { hasMfa } from '../../../domain/people/withMfa.ts';
import { managerRefusal } from '../rules/manager.ts';
import type { ManagerFacts, VoucherFacts } from '../rules/manager.ts';

/** The manager on record of a person, with what decides whether their word counts. */
export async function readManager(reader: Reader, user: User): Promise<ManagerFacts | null> {
  if (user.manager_id === null) return null;
  const manager = await userById(reader, user.manager_id);
  if (!manager) return null;
  return {
    changedAt: await lastChange(reader, user, 'manager'),
    ...(await readVoucher(reader, manager)),
  };
}

/** What decides whether the word of this person counts, whoever's manager they are. */
export async function readVoucher(reader: Reader, person: User): Promise<VoucherFacts> {
  return {
    id: person.id,
    name: person.name,
    active: person.status === 'active',
    mfaOn: hasMfa(person),
    emailChangedAt: await lastChange(reader, person, 'email'),
    passwordMailedAt: person.password_mailed_at,
  };
}

async function lastChange(reader: Reader, user: User, field: 'email' | 'manager'): Promise<number | null> {
  const changed = await reader
    .selectFrom('contact_changes')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('user_id', '=', user.id)
    .where('field', '=', field)
    .executeTakeFirst();
  return changed?.at ?? null;
}

/** The manager's own manager, where their word would count for this user now. */
export async function deputyOf(
  reader: Reader,
  managerId: string,
  { userId, now }: { userId: string; now: number },
): Promise<string | null> {
  const manager = await userById(reader, managerId);
  const deputy = manager ? await readManager(reader, manager) : null;
  if (!deputy || deputy.id === userId || managerRefusal(deputy, { userId: managerId, now })) return null;
  return deputy.id;
}
