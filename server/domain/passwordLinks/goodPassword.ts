import { sentence } from '../../../contract/words/sentence.ts';
import type { Sentence } from '../../../contract/words/sentence.ts';
import { checkPassword, PASSWORD_MIN_LENGTH } from '../../crypto/passwordRules.ts';
import type { PasswordProblem } from '../../crypto/passwordRules.ts';
import { refuse } from '../../refusal.ts';

const SENTENCES: Record<PasswordProblem, Sentence> = {
  too_short: sentence('answers/signIn', 'passwordTooShort', { least: PASSWORD_MIN_LENGTH }),
  too_long: sentence('answers/signIn', 'passwordTooLong'),
  common: sentence('answers/signIn', 'passwordCommon'),
  contains_username: sentence('answers/signIn', 'passwordContainsUsername'),
};

/** What is wrong with a new password, in one sentence; null where it may be used (S-15). */
export function passwordProblem(password: string, username: string): Sentence | null {
  const problem = checkPassword(password, { username });
  return problem && SENTENCES[problem];
}

/** Refuses a weak password with one sentence in `fields.password`. */
export function requireGoodPassword(password: string, username: string): void {
  const detail = passwordProblem(password, username);
  if (detail) throw refuse('invalid_input', { detail, fields: { password: detail } });
}
