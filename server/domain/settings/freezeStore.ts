import type { Selectable, Updateable } from 'kysely';
import { FREEZE_SWITCHES } from '../../../contract/freeze.ts';
import type { FreezeSwitch } from '../../../contract/freeze.ts';
import type { Deps } from '../../context.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import { forShare, forUpdate } from '../../db/dialects.ts';
import type { OrganisationTable } from '../../db/schema.ts';
import { MINUTE } from '../../time.ts';

/** How long whoever froze without a step-up has to make one, milliseconds. */
export const PROVE_WITHIN = 15 * MINUTE;

type Row = Selectable<OrganisationTable>;

/** A switch that is on. */
export interface Freeze {
  /** UTC ms. */
  at: number;
  /** Null: it went on by itself, above a ceiling. */
  by: string | null;
  reason: string | null;
  /** The session that threw it without a step-up, and has made none since; null where it was proven. */
  unprovenSession: string | null;
}

const AT = {
  resets: 'frozen_at',
  setups: 'setups_frozen_at',
  passwords: 'passwords_frozen_at',
} as const;

const SESSION = {
  resets: 'freeze_session',
  setups: 'setups_freeze_session',
  passwords: 'passwords_freeze_session',
} as const;

const COLUMNS: Record<FreezeSwitch, (freeze: Freeze | null) => Updateable<OrganisationTable>> = {
  resets: (freeze) => ({
    frozen_at: freeze?.at ?? null,
    frozen_by: freeze?.by ?? null,
    freeze_reason: freeze?.reason ?? null,
    freeze_session: freeze?.unprovenSession ?? null,
  }),
  setups: (freeze) => ({
    setups_frozen_at: freeze?.at ?? null,
    setups_frozen_by: freeze?.by ?? null,
    setups_freeze_reason: freeze?.reason ?? null,
    setups_freeze_session: freeze?.unprovenSession ?? null,
  }),
  passwords: (freeze) => ({
    passwords_frozen_at: freeze?.at ?? null,
    passwords_frozen_by: freeze?.by ?? null,
    passwords_freeze_reason: freeze?.reason ?? null,
    passwords_freeze_session: freeze?.unprovenSession ?? null,
  }),
};

const BY = { resets: 'frozen_by', setups: 'setups_frozen_by', passwords: 'passwords_frozen_by' } as const;
const REASON = {
  resets: 'freeze_reason',
  setups: 'setups_freeze_reason',
  passwords: 'passwords_freeze_reason',
} as const;

/** The switches that are on, in the order of the contract. */
export function freezesOf(row: Row): Map<FreezeSwitch, Freeze> {
  return new Map(
    FREEZE_SWITCHES.flatMap((name) => {
      const at = row[AT[name]];
      if (at === null) return [];
      const { [BY[name]]: by, [REASON[name]]: reason, [SESSION[name]]: unprovenSession } = row;
      return [[name, { at, by, reason, unprovenSession }]];
    }),
  );
}

const organisation = (reader: Reader) => reader.selectFrom('organisation').selectAll().where('id', '=', 1);

/** No organisation is no permission to reset anything, nor to let anybody in. */
const isOn = (row: Row | undefined, name: FreezeSwitch) => row === undefined || row[AT[name]] !== null;

/** Whether some freeze waits for its session to prove itself. */
export async function isUnproven(reader: Reader): Promise<boolean> {
  const row = await organisation(reader).executeTakeFirst();
  return (
    row !== undefined && [...freezesOf(row).values()].some(({ unprovenSession }) => unprovenSession !== null)
  );
}

/** Whether that is frozen. */
export async function isFrozen(reader: Reader, name: FreezeSwitch): Promise<boolean> {
  return isOn(await organisation(reader).executeTakeFirst(), name);
}

/**
 * The same, locked: a freeze that comes now waits for this transaction, and one that was faster is seen by it (S-36, S-103).
 * Before any other lock. Resets wait for each other; of setups and passwords many go on at once.
 */
export async function lockFreeze(tx: Tx, { db }: Pick<Deps, 'db'>, name: FreezeSwitch): Promise<boolean> {
  const lock = name === 'resets' ? forUpdate : forShare;
  return isOn(await lock(db.dialect, organisation(tx)).executeTakeFirst(), name);
}

/** Every switch that is on, locked against whoever throws or ends one now. */
export async function lockFreezes(tx: Tx, { db }: Pick<Deps, 'db'>): Promise<Map<FreezeSwitch, Freeze>> {
  return freezesOf(await forUpdate(db.dialect, organisation(tx)).executeTakeFirstOrThrow());
}

/**
 * False where it is frozen already: the first reason stays. A freeze that proves itself takes the place of one that has not
 * yet, or an attacker's would end a colleague's.
 */
export async function recordFreeze(tx: Tx, name: FreezeSwitch, freeze: Freeze): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set(COLUMNS[name](freeze))
    .where('id', '=', 1)
    .where(({ eb, or }) =>
      or([
        eb(AT[name], 'is', null),
        ...(freeze.unprovenSession === null ? [eb(SESSION[name], 'is not', null)] : []),
      ]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False where it was not frozen. */
export async function endFreeze(tx: Tx, name: FreezeSwitch): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisation')
    .set(COLUMNS[name](null))
    .where('id', '=', 1)
    .where(AT[name], 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Since when resets count towards their ceilings, UTC ms. */
export async function ceilingsFrom(reader: Reader): Promise<number> {
  return (await organisation(reader).executeTakeFirst())?.ceilings_from ?? 0;
}

/** Resets count towards their ceilings from now on. */
export async function countAnew(tx: Tx, now: number): Promise<void> {
  await tx.updateTable('organisation').set({ ceilings_from: now }).where('id', '=', 1).execute();
}

/** Whoever threw the switch has proven themselves: it stays until somebody ends it. */
export async function keepFreeze(tx: Tx, name: FreezeSwitch): Promise<void> {
  await tx
    .updateTable('organisation')
    .set({ [SESSION[name]]: null })
    .where('id', '=', 1)
    .execute();
}
