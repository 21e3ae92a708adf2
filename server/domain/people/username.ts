import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { textFault } from '../../../contract/text.ts';
import { usernameKey } from './rules/keys.ts';

/** What is wrong with a username for a new account, in one sentence; null where it may be used. */
export function usernameProblem(typed: string): Sentence | null {
  const key = usernameKey(typed);
  if (key === '') return sentence('answers/users', 'usernameMissing');
  if (key.length > 64) return sentence('answers/users', 'usernameTooLong');
  const fault = textFault(key, 'address');
  if (fault) return sentence('answers/users', 'usernameHolds', { fault });
  // No spaces: two accounts must not look alike; no separators of lists and files.
  if (!/^[\p{L}\p{M}\p{N}._@+'-]+$/u.test(key)) {
    return sentence('answers/users', 'usernameLetters');
  }
  return null;
}
