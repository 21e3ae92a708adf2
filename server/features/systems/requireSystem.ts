import { sentence } from '../../../contract/words/sentence.ts';
import type { Reader } from '../../db/connection.ts';
import { refuse } from '../../refusal.ts';
import type { Refusal } from '../../refusal.ts';
import { systemById } from '../../domain/systems/store.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';

/** One that is in force. Refuses with `not_found`. */
export async function requireSystem(reader: Reader, id: string): Promise<StoredSystem> {
  const system = await systemById(reader, id);
  if (!system) throw refuse('not_found', { detail: sentence('answers/systems', 'noSuchSystem') });
  return system;
}

export function changedMeanwhile({ name }: Pick<StoredSystem, 'name'>): Refusal {
  return refuse('stale_version', { detail: sentence('answers/systems', 'changedMeanwhile', { name }) });
}
