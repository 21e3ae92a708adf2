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
  if (!PHONE.test(trimmed) || digits.length < FEWEST_DIGITS) return begun(wordsOf(typed), LONGEST_SEARCHED);
  return [trimmed.startsWith('+') ? digits : digits.replace(/^0{1,2}/, '')];
}

/** Two spaces, so that the beginning of a word is three characters with its first letter: what an index of trigrams finds. */
const BEFORE_WORD = '  ';

/** In characters: PostgreSQL's index entries hold some 2,700 bytes, and letters grow when they are taken apart (㌖ to six, ﷺ to 18). */
const LONGEST = 480;
/** What of a search is looked for: no more than is kept of a field in any case. */
const LONGEST_SEARCHED = LONGEST / 6;

/** What people are found by. */
export type Searched = Pick<User, 'name' | 'username' | 'email' | 'department' | 'phone' | 'mobile'>;

/** The same as it is stored: `  anna  berg  …`. */
export function searchText({ name, username, email, department, phone, mobile }: Searched): string {
  const numbers = [phone, mobile].map((number) => [digitsOf(number ?? '')].filter((word) => word !== ''));
  const fields = [wordsOf(name), wordsOf(username), ...numbers, wordsOf(department ?? ''), wordsOf(email)];
  return [...new Set(fairly(fields).flat())].map(asBeginning).join('');
}

/**
 * Where all is too long, what is longest is cut, each field by itself: none can leave another no room, and so hide who it stands
 * for. What short ones leave over is for the longer ones.
 */
function fairly(fields: readonly string[][]): string[][] {
  const lengths = fields.map((words) => words.map(asBeginning).join('').length);
  let room = LONGEST;
  const shares = new Map<number, number>();
  const shortestFirst = lengths
    .map((length, field) => ({ length, field }))
    .toSorted((a, b) => a.length - b.length);
  for (const [done, { length, field }] of shortestFirst.entries()) {
    const share = Math.min(length, Math.floor(room / (fields.length - done)));
    shares.set(field, share);
    room -= share;
  }
  return fields.map((words, field) => begun(words, shares.get(field) ?? 0));
}

/** So many characters of words as they are stored: the last one may be without its end. */
function begun(words: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let left = room;
  for (const word of words) {
    left -= BEFORE_WORD.length;
    // Never half of a character that takes two.
    const part = word.slice(0, Math.max(left, 0)).replace(/[\ud800-\udbff]$/, '');
    if (part === '') break;
    kept.push(part);
    left -= part.length;
  }
  return kept;
}

/** Shorter ones are found at the beginnings of words alone. */
const ANYWHERE_FROM = 3;

/** How a searched word stands in the search text where a word begins with it. */
export const asBeginning = (word: string) => BEFORE_WORD + word;
/** How it does wherever it may be found. */
export const asFound = (word: string) => ([...word].length < ANYWHERE_FROM ? asBeginning(word) : word);
