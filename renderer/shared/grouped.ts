/** Country codes of one and two digits; the others have three (ITU-T E.164, list of assigned country codes). */
const COUNTRY = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d+)$/;

/** A phone number to read and dial without losing the place: `+44 1632 960 439`. */
export function grouped(number: string): string {
  const [, country, rest] = COUNTRY.exec(number) ?? [];
  if (!country || !rest) return number;
  const groups = rest.replace(/\d(?=(\d{3})+$)/g, '$& ').replace(/^(\d) /, '$1');
  return `+${country} ${groups}`;
}
