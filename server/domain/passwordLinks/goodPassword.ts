import { checkPassword, PASSWORD_MIN_LENGTH } from '../../crypto/passwordRules.ts';
import type { PasswordProblem } from '../../crypto/passwordRules.ts';
import { refuse } from '../../refusal.ts';

const SENTENCES: Record<PasswordProblem, string> = {
  too_short: `Use at least ${PASSWORD_MIN_LENGTH} characters; a few words in a row are easy to remember.`,
  too_long: 'This password is too long: 1,024 bytes are the most.',
  common:
    'This password is easy to guess. Choose one that is not made of common words, names or rows of keys.',
  contains_username: 'The password must not contain the username.',
};

/** What is wrong with a new password, in one sentence; null where it may be used (S-15). */
export function passwordProblem(password: string, username: string): string | null {
  const problem = checkPassword(password, { username });
  return problem && SENTENCES[problem];
}

/** Refuses a weak password with one sentence in `fields.password`. */
export function requireGoodPassword(password: string, username: string): void {
  const sentence = passwordProblem(password, username);
  if (sentence) throw refuse('invalid_input', { detail: sentence, fields: { password: sentence } });
}
