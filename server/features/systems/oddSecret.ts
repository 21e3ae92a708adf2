import type { SystemKindName } from '../../../contract/systems.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { serviceKey } from './kinds/google/key.ts';

/** A sentence at a secret that can be none of that kind: Google's is a key file, pasted whole. */
export function oddSecret(kind: SystemKindName, secret: string | null | undefined): Record<string, Sentence> {
  const isOdd = kind === 'google' && typeof secret === 'string' && serviceKey(secret) === null;
  return isOdd ? { secret: sentence('answers/systems', 'keyForm') } : {};
}
