import { sql } from 'kysely';
import { SealBroken, seal, unseal } from '../../crypto/seal.ts';
import type { SealContext } from '../../crypto/seal.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Tx } from '../../db/connection.ts';
import { isAsWritten, macOf } from '../pendingChanges/mac.ts';
import { SETTING_MACS } from '../settings/macs.ts';
import { SMTP_PASSWORD } from '../settings/smtpPassword.ts';
import { SEALED } from './sealed.ts';
import type { SealedColumn } from './sealed.ts';

/** How far a pass over all sealed values has come. */
export interface Position {
  column: number;
  after: string;
}

export interface Slice {
  /** How many were sealed anew. */
  sealed: number;
  /** How many no key here opens: they are left as they are. */
  unopened: number;
  /** Null at the end of the pass. */
  next: Position | null;
}

export const START: Position = { column: 0, after: '' };

/** Values in one transaction: whoever waits for it waits for some milliseconds. */
const SLICE = 200;

interface ResealDeps {
  keys: Keyring;
  random: RandomSource;
}

/** Seals the next values anew that another version than the current one seals. A value that changes meanwhile is left alone. */
export async function resealSlice(tx: Tx, deps: ResealDeps, { column: at, after }: Position): Promise<Slice> {
  const column = SEALED[at];
  if (!column) return { ...(await resealSmtpPassword(tx, deps)), next: null };
  const rows = await oldValues(tx, deps.keys, column, after);
  const slice: Slice = { sealed: 0, unopened: 0, next: { column: at, after: rows.at(-1)?.id ?? '' } };
  if (rows.length < SLICE) slice.next = { column: at + 1, after: '' };
  for (const row of rows) {
    const sealed = resealed(deps, column.context(row), row.value);
    if (sealed === null) slice.unopened += 1;
    else slice.sealed += await replace(tx, deps.keys, column, { id: row.id, old: row.value, sealed });
  }
  return slice;
}

type OldValue = Record<string, string | null> & { id: string; value: string };

async function oldValues(tx: Tx, keys: Keyring, column: SealedColumn, after: string): Promise<OldValue[]> {
  const head = headOf(keys);
  const value = sql.ref(column.column);
  const whose = sql.join([sql.ref('id'), ...column.whose.map((name) => sql.ref(name))]);
  const { rows } = await sql<OldValue>`
    select ${whose}, ${value} as value from ${sql.table(column.table)}
    where ${value} is not null and substr(${value}, 1, ${sql.lit(head.length)}) <> ${head} and id > ${after}
    order by id limit ${sql.lit(SLICE)}`.execute(tx);
  return rows;
}

/** What every value begins with that the current version seals. */
const headOf = ({ current }: Keyring) => `v1.${current}.`;

/** Null where no key here opens it. */
function resealed({ keys, random }: ResealDeps, context: SealContext, sealed: string): string | null {
  try {
    return seal(keys, random, context, unseal(keys, context, sealed));
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}

async function replace(
  tx: Tx,
  keys: Keyring,
  { table, column }: SealedColumn,
  { id, old, sealed }: { id: string; old: string; sealed: string },
): Promise<number> {
  if (table === 'pending_changes') return replaceChange(tx, keys, { id, old, sealed });
  const { numAffectedRows = 0n } = await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = ${sealed}
    where id = ${id} and ${sql.ref(column)} = ${old}`.execute(tx);
  return Number(numAffectedRows);
}

/** A change is bound as a whole: its MAC goes with it, where it was right (S-114). */
async function replaceChange(
  tx: Tx,
  keys: Keyring,
  { id, old, sealed }: { id: string; old: string; sealed: string },
): Promise<number> {
  const change = await tx
    .selectFrom('pending_changes')
    .selectAll()
    .where('id', '=', id)
    .where('sealed', '=', old)
    .executeTakeFirst();
  if (!change || !isAsWritten(keys, change)) return 0;
  const { numUpdatedRows } = await tx
    .updateTable('pending_changes')
    .set({ sealed, mac: macOf(keys, { ...change, sealed }) })
    .where('id', '=', id)
    .where('sealed', '=', old)
    .where('mac', '=', change.mac)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

async function resealSmtpPassword(tx: Tx, deps: ResealDeps): Promise<Omit<Slice, 'next'>> {
  const row = await tx
    .selectFrom('settings')
    .select(['name', 'value', 'mac'])
    .where('name', '=', 'sealedSmtpPassword')
    .executeTakeFirst();
  const old: unknown = row ? JSON.parse(row.value) : null;
  if (!row || typeof old !== 'string' || old.startsWith(headOf(deps.keys))) return { sealed: 0, unopened: 0 };
  const sealed = resealed(deps, SMTP_PASSWORD, old);
  if (sealed === null) return { sealed: 0, unopened: 1 };
  const value = JSON.stringify(sealed);
  const mac = SETTING_MACS.isAsWritten(deps.keys, row)
    ? SETTING_MACS.of(deps.keys, { name: row.name, value })
    : row.mac;
  const { numUpdatedRows } = await tx
    .updateTable('settings')
    .set({ value, mac })
    .where('name', '=', 'sealedSmtpPassword')
    .where('value', '=', row.value)
    .executeTakeFirst();
  return { sealed: Number(numUpdatedRows), unopened: 0 };
}
