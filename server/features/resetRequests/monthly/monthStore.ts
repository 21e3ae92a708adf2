import type { Reader, Tx } from '../../../db/connection.ts';
import { TIERS } from '../../../../contract/requestStates.ts';
import type { Tier } from '../../../../contract/operations/resetRequestSchemas.ts';

/** What became of requests that ended in some time. */
export interface Figures {
  /** Resets that were done. */
  resets: Record<Tier, number>;
  denied: number;
  /** Of those, the ones that were marked as a suspected attack. */
  attacks: number;
  /** Those whose person said that it wasn't them. */
  vetoed: number;
}

/** Takes the turn of a month (`2026-10`). False where it was taken before, by whichever server. */
export async function takeMonth(tx: Tx, month: string, now: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reported_months')
    .values({ month, at: now })
    .onConflict((conflict) => conflict.column('month').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function isTaken(reader: Reader, month: string): Promise<boolean> {
  const row = await reader
    .selectFrom('reported_months')
    .select('month')
    .where('month', '=', month)
    .executeTakeFirst();
  return row !== undefined;
}

/** From and to in UTC ms, both included, as the list of resets has them. */
export async function figuresOf(
  reader: Reader,
  { from, to }: { from: number; to: number },
): Promise<Figures> {
  const rows = await reader
    .selectFrom('reset_requests')
    .select(['state', 'tier', 'suspected_attack'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', ['completed', 'denied', 'vetoed'])
    .where('ended_at', '>=', from)
    .where('ended_at', '<=', to)
    .groupBy(['state', 'tier', 'suspected_attack'])
    .execute();
  const sum = (some: typeof rows) => some.reduce((all, { count }) => all + count, 0);
  const of = (state: string) => rows.filter((row) => row.state === state);
  const done = TIERS.map((tier) => [tier, sum(of('completed').filter((row) => row.tier === tier))] as const);
  return {
    resets: Object.fromEntries(done) as Record<Tier, number>,
    denied: sum(of('denied')),
    attacks: sum(of('denied').filter((row) => row.suspected_attack === 1)),
    vetoed: sum(of('vetoed')),
  };
}
