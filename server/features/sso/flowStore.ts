import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../../db/connection.ts';
import type { SsoFlowsTable } from '../../db/schema.ts';

export type StoredFlow = Selectable<SsoFlowsTable>;

export async function insertFlow(tx: Tx, flow: Insertable<SsoFlowsTable>): Promise<void> {
  await tx.insertInto('sso_flows').values(flow).execute();
}

/** Marks a flow as used and answers it; undefined where it was used, is over, or belongs to another purpose or session. */
export function useFlow(
  tx: Tx,
  flow: { hash: string; purpose: StoredFlow['purpose']; sessionId: string | null; now: number },
): Promise<StoredFlow | undefined> {
  const { hash, purpose, sessionId, now } = flow;
  return tx
    .updateTable('sso_flows')
    .set({ used_at: now })
    .where('flow_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('session_id', sessionId === null ? 'is' : '=', sessionId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
}

/** Forgets flows that are over at `now` (UTC ms). */
export async function removeEndedFlows(tx: Tx, now: number): Promise<void> {
  await tx.deleteFrom('sso_flows').where('expires_at', '<=', now).execute();
}

/** Forgets flows that went to a provider. */
export async function removeFlowsTo(tx: Tx, providerId: string): Promise<void> {
  await tx.deleteFrom('sso_flows').where('provider_id', '=', providerId).execute();
}
