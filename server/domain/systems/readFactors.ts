import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { SealBroken } from '../../crypto/seal.ts';
import type { Reader } from '../../db/connection.ts';
import { SystemFailure } from './failure.ts';
import type { SystemFactor, Systems } from './kind.ts';
import { linkedAccounts } from './linkStore.ts';
import type { LinkedAccount } from './linkStore.ts';

/** How long a page waits for all systems together; what hasn't answered by then can't be told now. */
const LONGEST_MS = 8000;
/** Systems that are asked at once. */
const AT_ONCE = 4;

/** What a person holds in linked systems, and which of them can't be told now. */
export interface FactorsElsewhere {
  held: { systemId: string; factor: SystemFactor }[];
  unavailable: { systemId: string; said: Sentence }[];
}

/** Asks each system that somebody is linked to. Never inside a transaction: it goes over the network. */
export async function factorsElsewhere(
  reader: Reader,
  systems: Systems,
  { userId, now, longestMs = LONGEST_MS }: { userId: string; now: number; longestMs?: number },
): Promise<FactorsElsewhere> {
  const all: FactorsElsewhere = { held: [], unavailable: [] };
  const accounts = await linkedAccounts(reader, userId);
  const signal = AbortSignal.timeout(longestMs);
  async function read({ system, link }: LinkedAccount): Promise<void> {
    try {
      const access = systems.accessTo(system, { now, signal });
      const factors = await systems.kindOf(system.kind).factorsOf(access, systems.accountBy(link, system));
      all.held.push(...factors.map((factor) => ({ systemId: system.id, factor })));
    } catch (error) {
      all.unavailable.push({ systemId: system.id, said: failureSentence(error, system) });
    }
  }
  for (let first = 0; first < accounts.length; first += AT_ONCE)
    await Promise.all(accounts.slice(first, first + AT_ONCE).map(read));
  return all;
}

/** What to say of a system that can't be asked; anything else is thrown on. */
export function failureSentence(error: unknown, { name }: { name: string }): Sentence {
  if (error instanceof SystemFailure) return error.said;
  if (error instanceof SealBroken) return sentence('answers/systems', 'secretUnreadable', { name });
  throw error;
}
