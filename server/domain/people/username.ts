import { textFault } from '../../../contract/text.ts';
import { inEnglish } from '../../words.ts';
import { usernameKey } from './people.ts';

/** What is wrong with a username for a new account, in one sentence; null where it may be used. */
export function usernameProblem(typed: string): string | null {
  const key = usernameKey(typed);
  if (key === '') return 'Give a username.';
  if (key.length > 64) return 'A username has at most 64 characters.';
  const fault = textFault(key, 'address');
  if (fault) return `The username holds ${inEnglish(fault)}. Type it again without it.`;
  // No spaces: two accounts must not look alike; no separators of lists and files.
  if (!/^[\p{L}\p{M}\p{N}._@+'-]+$/u.test(key)) {
    return "A username is made of letters, digits and . _ - @ + ' only, without spaces.";
  }
  return null;
}
