import { sql } from 'kysely';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Tx } from '../../db/connection.ts';
import { bindPassword, bindWaiver } from './macs.ts';

/** Rows in one statement, whose values PostgreSQL and SQLite both take. */
const AT_ONCE = 500;

/** Binds the passwords of before there were MACs to the server's key. */
export async function bindPasswords(tx: Tx, keys: Keyring): Promise<void> {
  for (let after = ''; ;) {
    const rows = await tx
      .selectFrom('users')
      .select(['id', 'password_hash'])
      .where('id', '>', after)
      .where('password_hash', 'is not', null)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    const cases = rows.map(
      ({ id, password_hash: hash }) =>
        sql`when ${id} then ${bindPassword(keys, id, hash ?? '').password_mac}`,
    );
    await tx
      .updateTable('users')
      .set({ password_mac: sql<string>`case id ${sql.join(cases, sql` `)} end` })
      .where('password_hash', 'is not', null)
      .where('id', '>', after)
      .where('id', '<=', last.id)
      .execute();
    after = last.id;
  }
}

/** Sets the password of a user who may sign in. False where they were suspended in the meantime. */
export async function setPassword(
  tx: Tx,
  keys: Keyring,
  userId: string,
  change: {
    password_hash: string;
    password_changed_at: number;
    password_mailed_at?: number;
    activation_waived_until: number | null;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set((eb) => ({
      ...change,
      ...bindPassword(keys, userId, change.password_hash),
      ...bindWaiver(keys, userId, change.activation_waived_until),
      invitation: sql<'used' | null>`case when invitation is null then null else 'used' end`,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', userId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts a hash in the place of the one that was proven. False where that one is no longer on record. */
export async function replacePassword(
  tx: Tx,
  keys: Keyring,
  userId: string,
  { proven, hash, now }: { proven: string; hash: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ ...bindPassword(keys, userId, hash), password_changed_at: now })
    .where('id', '=', userId)
    .where('password_hash', '=', proven)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** No password signs in until a new one is set by a mailed link, and none of before waives an activation code. */
export async function forgetPassword(tx: Tx, userId: string): Promise<void> {
  await tx
    .updateTable('users')
    .set((eb) => ({
      password_hash: null,
      password_mac: null,
      activation_waived_until: null,
      waiver_mac: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', userId)
    .execute();
}
