import type { Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SystemPeopleTable } from '../../db/schema.ts';
import type { User } from '../people/people.ts';
import { SEEN } from './macs.ts';

/** Whose account there is whose, as people were read. */
export type SeenPerson = Selectable<SystemPeopleTable>;

/** Everybody who was read in a system. */
export function seenIn(reader: Reader, systemId: string): Promise<SeenPerson[]> {
  return reader.selectFrom('system_people').selectAll().where('system_id', '=', systemId).execute();
}

/**
 * Keeps whose account is whose, in the place of another account there that was theirs. Throws a unique violation where it is
 * somebody's. SECURITY: when they were suspended stays, for the ceiling of a day counts it.
 */
export async function keepSeen(
  tx: Tx,
  keys: Keyring,
  people: readonly Pick<SeenPerson, 'system_id' | 'external_id' | 'user_id'>[],
): Promise<void> {
  if (people.length === 0) return;
  const suspended = await suspensions(tx, keys, people);
  const rows = people.map(({ system_id, external_id, user_id }) => {
    const suspended_at = suspended.get(`${system_id} ${user_id}`) ?? null;
    return { system_id, external_id, user_id, gone_since: null, suspended_at };
  });
  await tx
    .insertInto('system_people')
    .values(rows.map((row) => ({ ...row, mac: SEEN.of(keys, row) })))
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'system_id']).doUpdateSet(({ ref }) => ({
        external_id: ref('excluded.external_id'),
        gone_since: null,
        suspended_at: ref('excluded.suspended_at'),
        mac: ref('excluded.mac'),
      })),
    )
    .execute();
}

/** When some people were suspended (UTC ms), by system and person; only by rows that a server with the key wrote. */
async function suspensions(
  tx: Tx,
  keys: Keyring,
  people: readonly Pick<SeenPerson, 'system_id' | 'user_id'>[],
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('system_people')
    .selectAll()
    .where('system_id', 'in', [...new Set(people.map(({ system_id }) => system_id))])
    .where(
      'user_id',
      'in',
      people.map(({ user_id }) => user_id),
    )
    .where('suspended_at', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ suspended_at: at, ...row }) =>
      at !== null && SEEN.isAsWritten(keys, { ...row, suspended_at: at })
        ? [[`${row.system_id} ${row.user_id}`, at]]
        : [],
    ),
  );
}

/**
 * Keeps since when somebody is gone there, or that they are back. SECURITY: one that isn't as a server wrote it, or is another by now,
 * stays as it is: false.
 */
export async function changeSeen(
  tx: Tx,
  keys: Keyring,
  row: SeenPerson,
  change: Partial<Pick<SeenPerson, 'gone_since' | 'suspended_at'>>,
): Promise<boolean> {
  if (!SEEN.isAsWritten(keys, row)) return false;
  const { mac, ...before } = row;
  const { numUpdatedRows } = await tx
    .updateTable('system_people')
    .set({ ...change, mac: SEEN.of(keys, { ...before, ...change }) })
    .where('system_id', '=', row.system_id)
    .where('external_id', '=', row.external_id)
    .where('mac', '=', mac)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Somebody who is gone in a system. */
export interface GonePerson {
  user: Pick<User, 'id' | 'username' | 'name' | 'department' | 'is_staff' | 'status'>;
  /** UTC ms. */
  since: number;
}

/** Who is gone in a system, the first to go first. */
export async function goneIn(reader: Reader, systemId: string, limit: number): Promise<GonePerson[]> {
  const rows = await reader
    .selectFrom('system_people')
    .innerJoin('users', 'users.id', 'system_people.user_id')
    .select(['gone_since as since', 'users.id', 'username', 'name', 'department', 'is_staff', 'status'])
    .where('system_people.system_id', '=', systemId)
    .where('gone_since', 'is not', null)
    .orderBy('gone_since')
    .orderBy('users.id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ since, ...user }) => (since === null ? [] : [{ user, since }]));
}

/** In which systems somebody is gone since when (UTC ms), and after how many days they are suspended for it. */
export async function goneFrom(
  reader: Reader,
  userId: string,
): Promise<{ systemId: string; since: number; graceDays: number }[]> {
  const rows = await reader
    .selectFrom('system_people')
    .innerJoin('people_readings as reading', 'reading.system_id', 'system_people.system_id')
    .select(['system_people.system_id as systemId', 'gone_since as since', 'grace_days as graceDays'])
    .where('user_id', '=', userId)
    .where('gone_since', 'is not', null)
    .execute();
  return rows.flatMap(({ since, ...row }) => (since === null ? [] : [{ ...row, since }]));
}
