import { sentence } from '../../../contract/words/sentence.ts';
import type { Keyring } from '../../crypto/keyring.ts';
import type { Reader } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { SYSTEMS } from '../../domain/systems/macs.ts';
import { systemById } from '../../domain/systems/store.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';

/** One that is in force. Refuses with `not_found`. */
export async function requireSystem(reader: Reader, id: string): Promise<StoredSystem> {
  const system = await systemById(reader, id);
  if (!system) throw refuse('not_found', { detail: sentence('answers/systems', 'noSuchSystem') });
  return system;
}

/**
 * The same as a server with the key wrote it. SECURITY: a change of one that was altered in the database would keep what was altered
 * (S-120). Refuses with `not_found`: removing it is the way on.
 */
export async function requireWritten(reader: Reader, keys: Keyring, id: string): Promise<StoredSystem> {
  const system = await requireSystem(reader, id);
  const { name } = system;
  if (SYSTEMS.isAsWritten(keys, system)) return system;
  throw refuse('not_found', { detail: sentence('answers/systems', 'systemAltered', { name }) });
}

export function changedMeanwhile({ name }: Pick<StoredSystem, 'name'>): Refusal {
  return refuse('stale_version', { detail: sentence('answers/systems', 'changedMeanwhile', { name }) });
}
