import { FACTORS } from '../../../contract/auditActions.ts';
import type { Factor } from '../../../contract/auditActions.ts';

/** Each once, in the order given, parted by commas; null for none. */
export function factorsText(factors: readonly Factor[]): string | null {
  return factors.length === 0 ? null : [...new Set(factors)].join(',');
}

/** The same read back; what this version doesn't know is left out. */
export function factorsOf(text: string | null): Factor[] {
  const named = (text ?? '').split(',');
  return named.filter((name): name is Factor => FACTORS.some((known) => known === name));
}
