import type { User } from '../people.ts';

/** Letters that have no accent to take away, and what people type for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** Whoever types O’Brien may have any of these on the keyboard, or none. */
const APOSTROPHES = /['’‘ʼʹ`´′＇]/g;
const BETWEEN_WORDS = /[\p{Pd}\s,;()"“”„]+/u;

/**
 * The words of a name, a search or anything else that people are found by: lower case, no accents, no apostrophes, apart at
 * hyphens. `O’Brien` is one word, `Marie-Luise` two. Done here because the databases disagree (SQLite's LIKE folds ASCII only).
 */
function wordsOf(text: string): string[] {
  const folded = text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[ßłøđðıæœþ]/g, (letter) => LETTERS[letter] ?? letter);
  return [...new Set(folded.split(BETWEEN_WORDS).filter((word) => word !== ''))];
}

const digitsOf = (phone: string) => phone.replace(/\D/g, '');

/** A number as people write one, and long enough to be no other: +44 (0)1632 960123, 01632/960-123. */
const PHONE = /^[+(\d][\d\s()./-]*$/;
const FEWEST_DIGITS = 5;

/** The words that somebody looks for. A phone number is one, without what differs from where one dials. */
export function searchedWords(typed: string): string[] {
  const trimmed = typed.trim();
  const digits = digitsOf(trimmed.replace(/\(0\)/, ''));
  if (!PHONE.test(trimmed) || digits.length < FEWEST_DIGITS) return wordsOf(typed);
  return [trimmed.startsWith('+') ? digits : digits.replace(/^0{1,2}/, '')];
}

/** Two spaces, so that the beginning of a word is three characters with its first letter: what an index of trigrams finds. */
const BEFORE_WORD = '  ';

/** In characters: PostgreSQL's index entries hold some 2,700 bytes, and letters grow when they are taken apart. */
const LONGEST = 480;

/** What people are found by. */
export type Searched = Pick<User, 'name' | 'username' | 'email' | 'department' | 'phone' | 'mobile'>;

/** The same as it is stored: `  anna  berg  …`. */
export function searchText({ name, username, email, department, phone, mobile }: Searched): string {
  const numbers = [phone, mobile].map((number) => digitsOf(number ?? ''));
  // Where it is too long its end is cut off: of an e-mail address what colleagues have in common.
  const words = [wordsOf(name), wordsOf(username), numbers, wordsOf(department ?? ''), wordsOf(email)].flat();
  const distinct = [...new Set(words)].filter((word) => word !== '');
  return distinct.map(asBeginning).join('').slice(0, LONGEST);
}

/** Shorter ones are found at the beginnings of words alone. */
const ANYWHERE_FROM = 3;

/** How a searched word stands in the search text where a word begins with it. */
export const asBeginning = (word: string) => BEFORE_WORD + word;
/** How it does wherever it may be found. */
export const asFound = (word: string) => ([...word].length < ANYWHERE_FROM ? asBeginning(word) : word);
