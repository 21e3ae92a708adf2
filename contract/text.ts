import { sentence } from './words/sentence.ts';
import type { Sentence } from './words/sentence.ts';

/**
 * Text from outside that people act on (names, notes, reasons) and addresses (e-mail, usernames, URLs, subjects): what in
 * them nobody sees, and so could make two of them look alike or one read as another (S-107).
 */
export type TextFormat = 'text' | 'address';

/**
 * What has no shape of its own: controls (but the tab and the ends of lines, which `Line` refuses by itself), marks and
 * overrides of the writing direction (UAX #9), what Unicode says to show as nothing (Default_Ignorable_Code_Point), line
 * and paragraph separators, annotation marks, the blank Braille cell, and what is no character.
 */
const HIDDEN =
  /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufff9-\ufffb\u2800]/u;

/** Signs that take a vowel away, after which a joiner chooses the shape (Canonical_Combining_Class 9, Unicode 14). */
const VIRAMA =
  '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d3b\\u0d3c\\u0d4d\\u0dca\\u0e3a\\u0eba\\u0f84\\u1039\\u103a\\u1714\\u1715\\u1734\\u17d2\\u1a60\\u1b44\\u1baa\\u1bab\\u1bf2\\u1bf3\\u2d7f\\ua806\\ua82c\\ua8c4\\ua953\\ua9c0\\uaaf6\\uabed' +
  '\\u{10a3f}\\u{11046}\\u{11070}\\u{1107f}\\u{110b9}\\u{11133}\\u{11134}\\u{111c0}\\u{11235}\\u{112ea}\\u{1134d}\\u{11442}\\u{114c2}\\u{115bf}\\u{1163f}\\u{116b6}\\u{1172b}\\u{11839}\\u{1193d}\\u{1193e}\\u{119e0}\\u{11a34}\\u{11a47}\\u{11a99}\\u{11c3f}\\u{11d44}\\u{11d45}\\u{11d97}]';

/** Letters of the Arabic script, and those of them that join no letter after them (Joining_Type R and U). */
const ARABIC = '[\\p{Script=Arabic}&&\\p{L}]';
const NOT_JOINING =
  '[\\u0621-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0677\\u0688-\\u0699\\u06c0\\u06c3-\\u06cb\\u06cd\\u06cf\\u06d2\\u06d3\\u06d5\\u06ee\\u06ef]';

const PICTURE = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}?[\\ufe0e\\ufe0f]?';

/** Where a hidden character is a part of the writing. SECURITY: only where it is seen by its effect, so that leaving it out looks different. */
const NEEDED = new RegExp(
  [
    // Persian and others: a joiner parts two letters that would join (RFC 5892 appendix A.1).
    `(?<=(?!${NOT_JOINING})${ARABIC}\\p{Mn}*)\\u200c(?=\\p{Mn}*${ARABIC})`,
    // Scripts of India and around (appendices A.1 and A.2), and Bengali's RA before its YA.
    `(?<=${VIRAMA})[\\u200c\\u200d]`,
    `(?<=\\p{L})\\u200d(?=${VIRAMA})`,
    // Shapes of one Han character, in Japanese names; of one Mongolian letter.
    '(?<=\\p{Script=Han})[\\u{e0100}-\\u{e01ef}]',
    '(?<=\\p{Script=Mongolian})[\\u180b-\\u180f]',
    // Emoji (UTS #51): the three flags of countries in a country, families, professions, keycaps.
    '\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}',
    `${PICTURE}(?:\\u200d${PICTURE})*`,
    '[0-9#*]\\ufe0f\\u20e3',
  ].join('|'),
  'gv',
);

/** The longest piece of a text that a sentence repeats, in characters. */
const QUOTED = 20;

/**
 * The first character in it that nobody sees and that no script or emoji needs there, as what it holds: *an invisible
 * character after “zoe”*; null where there is none. Addresses need none at all.
 */
export function textFault(text: string, format: TextFormat): Sentence<'contradictions'> | null {
  const at = hiddenIn(text, format).search(HIDDEN);
  if (at === -1) return null;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const turns = /\p{Bidi_Control}/u.test(character);
  const before = [...text.slice(0, at).trimEnd()].slice(-QUOTED).join('').trimStart();
  return before === ''
    ? sentence('contradictions', turns ? 'turningAtStart' : 'invisibleAtStart')
    : sentence('contradictions', turns ? 'turningAfter' : 'invisibleAfter', { before });
}

/** The same text with each hidden character written out, e.g. `[U+202E]`: for words of others that are shown as they came. */
export function withMarks(text: string): string {
  const masked = hiddenIn(text, 'text');
  let marked = '';
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    marked += HIDDEN.test(masked.slice(at, at + character.length)) ? codePoint(character) : character;
    at += character.length;
  }
  return marked;
}

/** The text with what is needed in it put out of sight, each character in its place. */
function hiddenIn(text: string, format: TextFormat): string {
  return format === 'address' ? text : text.replace(NEEDED, (found) => '.'.repeat(found.length));
}

function codePoint(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
