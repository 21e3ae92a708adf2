import type { Tx } from '../../db/connection.ts';
import { DEFAULT_POLICY } from './defaults.ts';

/** Version 1, which a new organisation begins with. In the transaction that makes the organisation. */
export async function createDefaultPolicy(
  tx: Tx,
  { savedBy, now }: { savedBy: string | null; now: number },
): Promise<void> {
  await tx
    .insertInto('policy_versions')
    .values({
      version: 1,
      document: JSON.stringify(DEFAULT_POLICY),
      reason: 'What every organisation begins with.',
      saved_by: savedBy,
      saved_at: now,
    })
    .execute();
}
