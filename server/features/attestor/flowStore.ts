import type { Selectable } from 'kysely';
import type { Reader } from '../../db/connection.ts';
import type { AttestorFlowsTable } from '../../db/schema.ts';

type Flow = Selectable<AttestorFlowsTable>;

/** Keeps or replaces what stands under a key, and forgets what is over. */
export async function putFlow(reader: Reader, flow: Omit<Flow, 'consumed_at'>, now: number): Promise<void> {
  await reader.deleteFrom('attestor_flows').where('expires_at', '<=', now).execute();
  const { sealed, grant_key, expires_at } = flow;
  await reader
    .insertInto('attestor_flows')
    .values({ ...flow, consumed_at: null })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ sealed, grant_key, expires_at }))
    .execute();
}

export function flowBy(reader: Reader, key: string, now: number): Promise<Flow | undefined> {
  return reader
    .selectFrom('attestor_flows')
    .selectAll()
    .where('key', '=', key)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Of two at once one gets true. */
export async function consumeFlow(reader: Reader, key: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await reader
    .updateTable('attestor_flows')
    .set({ consumed_at: now })
    .where('key', '=', key)
    .where('consumed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function dropFlow(reader: Reader, key: string): Promise<void> {
  await reader.deleteFrom('attestor_flows').where('key', '=', key).execute();
}

/** Whatever was given by one consent. */
export async function dropGranted(reader: Reader, grantKey: string): Promise<void> {
  await reader.deleteFrom('attestor_flows').where('grant_key', '=', grantKey).execute();
}
