import { sentence } from '../../../contract/words/sentence.ts';
import type { Finding } from './finding.ts';

/** More than any look waits by itself. */
const PATIENCE_MS = 8000;

/** A look that ends in any case: what takes too long, or can't be looked at, is a finding. */
export async function bounded(
  code: string,
  look: Promise<Finding[]>,
  forMs = PATIENCE_MS,
): Promise<Finding[]> {
  const { promise: late, resolve } = Promise.withResolvers<Finding[]>();
  const seconds = Math.round(forMs / 1000);
  const timer = setTimeout(
    () => resolve([{ code, sentence: sentence('doctor', 'late', { seconds }) }]),
    forMs,
  );
  try {
    return await Promise.race([look, late]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ code, sentence: sentence('doctor', 'notLooked', { why }) }];
  } finally {
    clearTimeout(timer);
  }
}
