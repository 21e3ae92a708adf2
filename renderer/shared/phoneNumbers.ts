import { getCountries, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { direction, locale } from '../language/current.ts';
import { inOrder } from '../language/intl.ts';

/**
 * A number as somebody typed it, in E.164: as people of `country` would dial it, where one is set, else with + and the country
 * code. Null where it can't be one; an extension is none.
 */
export function phoneOf(typed: string, country: string | null): string | null {
  if (/^\+[1-9][0-9]{6,14}$/.test(typed.trim())) return typed.trim();
  // Where no country says otherwise, 00 is how most of the world dials +.
  const dialled = country === null ? typed.replace(/^\s*00/, '+') : typed;
  const number = parsePhoneNumberFromString(dialled, {
    extract: false,
    ...(country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });
  return number?.isPossible() && number.ext === undefined ? number.number : null;
}

/** A number in the groups of its country, to read and dial without losing the place: `+44 20 7946 0958`. */
export function grouped(number: string): string {
  const groups = parsePhoneNumberFromString(number)?.formatInternational() ?? number;
  // Isolated (UAX #9): among right-to-left words the groups would stand in the opposite order.
  return direction === 'rtl' ? `\u2066${groups}\u2069` : groups;
}

/** By its code, as the reader's language has it. */
export const countryName = (code: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code;

/** Countries by name, with none before them; `value` is their code (ISO 3166-1 alpha-2). */
export function countryOptions(none: string): { value: string; label: string }[] {
  const known = getCountries().map((value) => ({ value, label: countryName(value) }));
  return [{ value: '', label: none }, ...known.toSorted((a, b) => inOrder(a.label, b.label))];
}
