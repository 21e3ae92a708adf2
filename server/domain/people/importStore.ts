import type { Tx } from '../../db/connection.ts';

/** Keeps that a file of people came; `by` null is the operator. With the first of its people, who name it. */
export async function insertImport(
  tx: Tx,
  { id, by, now }: { id: string; by: string | null; now: number },
): Promise<void> {
  await tx.insertInto('imports').values({ id, by_id: by, at: now }).execute();
}
