import type { SystemTestResult } from '../../../contract/operations/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Deps, Reading } from '../../context.ts';
import { SealBroken } from '../../crypto/seal.ts';
import { SystemFailure } from '../../domain/systems/failure.ts';
import type { Finding } from '../../domain/systems/kind.ts';
import type { StoredSystem } from '../../domain/systems/store.ts';

/** All of it together; each question has its own limit besides. */
const LONGEST_MS = 25_000;

/** What a system says of itself. Never inside a transaction: it asks over the network. */
export async function testSystem(
  { systems }: Pick<Deps, 'systems'>,
  system: StoredSystem,
  { now, voice }: Reading,
): Promise<SystemTestResult> {
  const findings = await findingsOf(systems, system, now);
  return {
    ok: !findings.some(({ weight }) => weight === 'wrong'),
    findings: findings.map(({ code, sentence: said }) => ({ code, sentence: voice.write(said) })),
  };
}

async function findingsOf(systems: Deps['systems'], system: StoredSystem, now: number): Promise<Finding[]> {
  const { name } = system;
  try {
    const signal = AbortSignal.timeout(LONGEST_MS);
    return await systems.kindOf(system.kind).test(systems.accessTo(system, { now, signal }));
  } catch (error) {
    if (error instanceof SystemFailure) return [{ code: error.code, weight: 'wrong', sentence: error.said }];
    if (!(error instanceof SealBroken)) throw error;
    const words = sentence('answers/systems', 'secretUnreadable', { name });
    return [{ code: 'secret_unreadable', weight: 'wrong', sentence: words }];
  }
}
