import type { Deps } from '../../../context.ts';
import { keyedHash, keyedHashMatches } from '../../../crypto/hash.ts';
import { normaliseRequestCode } from '../../../crypto/random.ts';

const REQUEST_CODE_PURPOSE = 'request-code';

/** Whether a code that a caller read out is this request's. */
export function isRequestCode({ keys }: Pick<Deps, 'keys'>, typed: string, hash: string): boolean {
  const code = normaliseRequestCode(typed);
  return code !== null && keyedHashMatches(keys, REQUEST_CODE_PURPOSE, code, hash);
}

/** What is stored of a request code: a keyed hash, so that a dump answers no caller. */
export function hashRequestCode({ keys }: Pick<Deps, 'keys'>, code: string): string {
  return keyedHash(keys, REQUEST_CODE_PURPOSE, code);
}
