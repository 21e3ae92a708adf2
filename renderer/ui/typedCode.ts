const DIGIT = /\p{Nd}/u;

/**
 * A code as somebody typed it, in ASCII: an input method may write full-width letters and digits, a keyboard Arabic or
 * Devanagari ones. Every decimal digit of Unicode is its value.
 */
export function asciiCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => String(valueOf(digit.codePointAt(0) ?? 0)));
}

/** Decimal digits stand in runs of ten, from nought on (The Unicode Standard, §4.6); some runs follow one another. */
function valueOf(codePoint: number): number {
  let start = codePoint;
  while (DIGIT.test(String.fromCodePoint(start - 1))) start -= 1;
  return (codePoint - start) % 10;
}
