import type { Selectable } from 'kysely';
import type { Config } from '../../config.ts';
import { CHAIN_START } from '../../crypto/canonicalJson.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { SiemDestinationsTable } from '../../db/schema.ts';

export type SiemName = SiemDestinationsTable['name'];

/** The destinations that are configured. */
export const siemNames = ({ siem }: Pick<Config, 'siem'>): SiemName[] =>
  siem
    ? [
        ...(siem.syslog === null ? [] : ['syslog' as const]),
        ...(siem.https === null ? [] : ['https' as const]),
      ]
    : [];

/** A place in the log: all up to it. */
export interface LogPlace {
  sequence: number;
  hash: string;
  /** The number of a checkpoint. */
  checkpoint: number;
}

export type SiemRow = Selectable<SiemDestinationsTable>;

/** Before the first event. */
const START: LogPlace = { sequence: 0, hash: CHAIN_START, checkpoint: 0 };

/** How far a destination is; one that was never sent anything begins with the first event. */
export async function siemRow(reader: Reader, name: SiemName): Promise<SiemRow | undefined> {
  return reader.selectFrom('siem_destinations').selectAll().where('name', '=', name).executeTakeFirst();
}

export async function beginSiem(reader: Reader, name: SiemName): Promise<void> {
  await reader
    .insertInto('siem_destinations')
    .values({ name, ...START, ...windowFrom(START), taken_at: null, failing_since: null, failure: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** Moves a destination on that is where `from` is; false where another server moved it meanwhile. */
export async function moveSiem(
  tx: Tx,
  name: SiemName,
  { from, to, taken }: { from: LogPlace; to: LogPlace; taken: { at: number } | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('siem_destinations')
    .set({
      ...to,
      ...windowFrom(taken ? from : to),
      ...(taken && { taken_at: taken.at, failing_since: null, failure: null }),
    })
    .where('name', '=', name)
    .where('sequence', '=', from.sequence)
    .where('hash', '=', from.hash)
    .where('checkpoint', '=', from.checkpoint)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Notes that a destination takes nothing, and since when. `again` puts it back to where its last batch began: whoever
 * acknowledges nothing may have lost that with the connection.
 */
export async function noteFailing(
  reader: Reader,
  {
    name,
    from,
    now,
    failure,
    again,
  }: { name: SiemName; from: LogPlace; now: number; failure: string; again: boolean },
): Promise<void> {
  await reader
    .updateTable('siem_destinations')
    .set((eb) => ({
      failing_since: eb.fn.coalesce('failing_since', eb.val(now)),
      failure,
      ...(again && {
        sequence: eb.ref('window_sequence'),
        hash: eb.ref('window_hash'),
        checkpoint: eb.ref('window_checkpoint'),
      }),
    }))
    .where('name', '=', name)
    .where('sequence', '=', from.sequence)
    .where('checkpoint', '=', from.checkpoint)
    .execute();
}

const windowFrom = ({ sequence, hash, checkpoint }: LogPlace) => ({
  window_sequence: sequence,
  window_hash: hash,
  window_checkpoint: checkpoint,
});

/** How far behind a destination is. */
export interface SiemLag {
  name: SiemName;
  /** Events that it has not taken. */
  waiting: number;
  /** When the oldest of them was written, UTC ms; null where there is none. */
  oldestAt: number | null;
  failingSince: number | null;
  failure: string | null;
}

/** Of those named, how far behind each is. */
export async function siemLags(reader: Reader, names: readonly SiemName[]): Promise<SiemLag[]> {
  const lags = [];
  for (const name of names) {
    const row = await siemRow(reader, name);
    const {
      sequence: taken,
      failing_since: failingSince,
      failure,
    } = row ?? {
      ...START,
      failing_since: null,
      failure: null,
    };
    const next = await reader
      .selectFrom('audit_events')
      .select('at')
      .where('sequence', '>', taken)
      .orderBy('sequence')
      .limit(1)
      .executeTakeFirst();
    const { sequence } = await reader
      .selectFrom('audit_head')
      .select('sequence')
      .where('id', '=', 1)
      .executeTakeFirstOrThrow();
    const waiting = Math.max(0, sequence - taken);
    lags.push({ name, waiting, oldestAt: next?.at ?? null, failingSince, failure });
  }
  return lags;
}
