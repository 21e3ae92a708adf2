import { COMMON_PASSWORDS, COMMON_WORDS } from './commonPasswords.ts';
import { PASSWORD_MAX_BYTES } from './passwords.ts';

export type PasswordProblem = 'too_short' | 'too_long' | 'common' | 'contains_username';

/** Characters (code points) at least; no rules of composition (NIST SP 800-63B §3.1.1.2, S-15). */
export const PASSWORD_MIN_LENGTH = 12;

const LEET = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', '@': 'a', $: 's', '!': 'i' }),
);
/** Digits and symbols around common words that don't make them hard to guess. */
const MOST_DECORATION = 6;
const LONGEST_WORD = 15;

/** What is wrong with a new password; null where it may be used. */
export function checkPassword(password: string, { username }: { username: string }): PasswordProblem | null {
  const text = password.normalize('NFKC');
  if (Buffer.byteLength(text) > PASSWORD_MAX_BYTES) return 'too_long';
  if ([...text].length < PASSWORD_MIN_LENGTH) return 'too_short';

  const lower = text.toLowerCase();
  const name = username.normalize('NFKC').toLowerCase().split('@')[0] ?? '';
  if (name.length >= 3 && lower.includes(name)) return 'contains_username';
  return isCommon(lower) ? 'common' : null;
}

/** On the list, or what people make of a listed word: `P@ssw0rd2024!`, `summer-summer-1`, `abcdefghijkl`. */
function isCommon(lower: string): boolean {
  if (COMMON_PASSWORDS.has(lower) || new Set(lower).size < 5 || isRun(lower) || isRepetition(lower))
    return true;
  return isDecorated(lower) || isDecorated(withoutLeet(lower));
}

function withoutLeet(lower: string): string {
  // Digits at the end are a year or a count, not letters in disguise.
  const [, body = '', end = ''] = /^(.*?)([\d!]*)$/s.exec(lower) ?? [];
  return [...body].map((character) => LEET.get(character) ?? character).join('') + end;
}

/** At most two common words, whatever the digits and symbols between and around them: some 20 bits. */
function isDecorated(lower: string): boolean {
  const letters = lower.replace(/[^a-z]/g, '');
  const decoration = lower.replace(/[a-z]/g, '');
  if (decoration.length > MOST_DECORATION && !isRun(decoration) && !isRepetition(decoration)) return false;
  return isMadeOfWords(letters, 2);
}

function isMadeOfWords(letters: string, most: number): boolean {
  if (letters === '') return false;
  if (COMMON_WORDS.has(letters)) return true;
  if (most === 1) return false;
  for (let length = 4; length <= Math.min(LONGEST_WORD, letters.length - 1); length += 1) {
    if (COMMON_WORDS.has(letters.slice(0, length)) && isMadeOfWords(letters.slice(length), most - 1))
      return true;
  }
  return false;
}

/** Characters that follow one another up or down: `123456789012`, `abcdefgh`, `fedcba`. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const inOrder = (direction: number): boolean =>
    // 9 is followed by 0 on the keyboard and in counting.
    steps.every((step) => step === direction || step === -9 * direction);
  return inOrder(1) || inOrder(-1);
}

/** One part of at most six characters, again and again. */
function isRepetition(text: string): boolean {
  return /^(.{1,6}?)\1+$/su.test(text);
}
