import type { Selectable } from 'kysely';
import type { CheckKind, CheckOutcome } from '../../../contract/operations/resetRequests.ts';
import { uuidv7 } from '../../crypto/random.ts';
import type { RandomSource } from '../../crypto/random.ts';
import type { Reader, Tx } from '../../db/connection.ts';
import type { ResetChecksTable } from '../../db/schema.ts';

export type CheckRow = Selectable<ResetChecksTable>;

export function checksOf(reader: Reader, requestIds: readonly string[]): Promise<CheckRow[]> {
  if (requestIds.length === 0) return Promise.resolve([]);
  return reader
    .selectFrom('reset_checks')
    .selectAll()
    .where('request_id', 'in', requestIds)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export interface NewCheck {
  requestId: string;
  kind: CheckKind;
  outcome: CheckOutcome;
  byId: string | null;
  at: number;
  note?: string | null;
  numberEnding?: string | null;
  /** Of a call: whether it may have gone to the mobile phone. */
  toMobile?: boolean | null;
}

/**
 * Stores a check in the transaction that holds the request's lock. A moment is given to one check only, so that it is
 * certain which outcome of a kind is the latest.
 */
export async function insertCheck(
  tx: Tx,
  { random }: { random: RandomSource },
  check: NewCheck,
): Promise<void> {
  const last = await tx
    .selectFrom('reset_checks')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('request_id', '=', check.requestId)
    .executeTakeFirst();
  const at = Math.max(check.at, (last?.at ?? 0) + 1);
  await tx
    .insertInto('reset_checks')
    .values({
      id: uuidv7(at, random),
      request_id: check.requestId,
      kind: check.kind,
      outcome: check.outcome,
      by_id: check.byId,
      at,
      note: check.note ?? null,
      number_ending: check.numberEnding ?? null,
      to_mobile: typeof check.toMobile === 'boolean' ? Number(check.toMobile) : null,
      void_at: null,
    })
    .execute();
}
