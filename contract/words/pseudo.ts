import { readMessage, type ReadMessage } from './readMessage.ts';

const ACCENTED: Readonly<Record<string, string>> = {
  a: 'áá',
  e: 'éé',
  i: 'íí',
  o: 'óó',
  u: 'úú',
  A: 'ÁÁ',
  E: 'ÉÉ',
  I: 'ÍÍ',
  O: 'ÓÓ',
  U: 'ÚÚ',
  c: 'ç',
  n: 'ñ',
  s: 'š',
  y: 'ý',
  C: 'Ç',
  N: 'Ñ',
  S: 'Š',
  Y: 'Ý',
};

/**
 * English for whoever tests a layout: in brackets, so that text from elsewhere stands out and a cut one lacks its end; with
 * accents above the letters; and longer by about 40 %, as a translation may be. Placeholders and tags stay.
 */
export const readLong: typeof readMessage = (message) => ['[', ...stretched(readMessage(message)), ']'];

/** Its texts, those of plurals and choices too; names of values and forms of numbers stay. */
function stretched(message: ReadMessage): ReadMessage {
  return message.map((token) => {
    if (typeof token === 'string') return stretch(token);
    const [name, kind, cases] = token;
    if (typeof cases !== 'object' || cases === null || kind === 'date') return token;
    const texts = Object.entries(cases).map(([key, text]) => [
      key,
      Array.isArray(text) ? stretched(text as ReadMessage) : text,
    ]);
    return [name, kind, Object.fromEntries(texts)];
  });
}

function stretch(text: string): string {
  return text
    .split(/(<\/?\w+>)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
    )
    .join('');
}
