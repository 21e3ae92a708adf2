import { t } from './words.ts';

const WORDS: Record<string, string> = {
  A: 'Alfa',
  B: 'Bravo',
  C: 'Charlie',
  D: 'Delta',
  E: 'Echo',
  F: 'Foxtrot',
  G: 'Golf',
  H: 'Hotel',
  I: 'India',
  J: 'Juliett',
  K: 'Kilo',
  L: 'Lima',
  M: 'Mike',
  N: 'November',
  O: 'Oscar',
  P: 'Papa',
  Q: 'Quebec',
  R: 'Romeo',
  S: 'Sierra',
  T: 'Tango',
  U: 'Uniform',
  V: 'Victor',
  W: 'Whiskey',
  X: 'X-ray',
  Y: 'Yankee',
  Z: 'Zulu',
  0: t('zero'),
  1: t('one'),
  2: t('two'),
  3: t('three'),
  4: t('four'),
  5: t('five'),
  6: t('six'),
  7: t('seven'),
  8: t('eight'),
  9: t('nine'),
};

/** A code as it is read out on the phone: letters in the NATO alphabet in every language, digits in the reader's own. `K7` is `Kilo Seven`. */
export function spelled(code: string): string {
  return [...code.toUpperCase()].flatMap((character) => WORDS[character] ?? []).join(' ');
}
