import type { Insertable } from 'kysely';
import type { Tx } from '../../../db/connection.ts';
import { insertMany } from '../../../db/insertMany.ts';
import type { Schema } from '../../../db/schema.ts';

/** In the order in which rows refer to those before them. */
const TABLES = [
  'policy_versions',
  'users',
  'user_roles',
  'authenticators',
  'seen_networks',
  'contact_changes',
  'reset_requests',
  'manager_confirmations',
  'reset_checks',
  'reset_approvals',
  'adoption_days',
] as const satisfies (keyof Schema)[];

export type SampleRows = { [Table in (typeof TABLES)[number]]: readonly Insertable<Schema[Table]>[] };

/**
 * Puts months that never were into an empty database. The rooms that own these tables write what happens, one act at a time
 * and as of now; a past is nobody's act, which is why it goes past them, here and nowhere else.
 */
export async function insertSampleRows(tx: Tx, rows: SampleRows): Promise<void> {
  for (const table of TABLES) await insertMany(tx, table, rows[table]);
}
