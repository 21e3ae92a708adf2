import { usernameKey } from './people.ts';

/** What is wrong with a username for a new account, in one sentence; null where it may be used. */
export function usernameProblem(typed: string): string | null {
  const key = usernameKey(typed);
  if (key === '') return 'Give a username.';
  if (key.length > 64) return 'A username has at most 64 characters.';
  // No spaces or invisible characters: two accounts must not look alike; no separators of lists and files.
  if (!/^[\p{L}\p{M}\p{N}._@+'-]+$/u.test(key) || /\p{Default_Ignorable_Code_Point}/u.test(key)) {
    return "A username is made of letters, digits and . _ - @ + ' only, without spaces.";
  }
  return null;
}
