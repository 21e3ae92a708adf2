import { expect, it } from 'vitest';
import { asciiCode } from '../../renderer/ui/typedCode.ts';

it.each([
  ['full-width, by an input method', '１２３４５６', '123456'],
  ['Arabic-Indic', '٠١٢٣٤٥', '012345'],
  ['Persian', '۶۷۸۹۰۱', '678901'],
  ['Devanagari', '०१२३४५', '012345'],
  ['mathematical, in runs that follow one another', '𝟎𝟗𝟘𝟡𝟶𝟿', '090909'],
  ['full-width letters of an activation code', 'ＡＢ１２－ｋｍ', 'AB12-km'],
  ['ASCII as it is', '123 456', '123 456'],
])('%s: read as ASCII', (_name, typed, read) => {
  expect(asciiCode(typed)).toBe(read);
});

it('every decimal digit of Unicode has the value that its script gives it', () => {
  const digits = Array.from({ length: 0x1_ff_ff }, (_, codePoint) => String.fromCodePoint(codePoint)).filter(
    (one) => /\p{Nd}/u.test(one),
  );
  expect(digits.length).toBeGreaterThan(600);
  const values = digits.map((digit) => Number(asciiCode(digit)));
  expect(values).toEqual(digits.map((_, index) => index % 10));
});
