import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { Value } from 'typebox/value';
import { Phone } from '../../../../contract/schemas.ts';

const isE164 = (text: string): boolean => Value.Check(Phone, text);

/**
 * A number as a file writes it, in E.164: as people of `country` (ISO 3166-1 alpha-2) would dial it, where one is known, else
 * with + and the country code. Null where it can't be one; an extension is none.
 */
export function readPhone(written: string, country: string | null): string | null {
  // Nothing stricter than the API: numbers that no plan lists yet, and those of examples.
  if (isE164(written)) return written;
  // Where no country says otherwise, 00 is how most of the world dials +.
  const dialled = country === null ? written.replace(/^\s*00/, '+') : written;
  const number = parsePhoneNumberFromString(dialled, {
    extract: false,
    ...(country !== null && isSupportedCountry(country) ? { defaultCountry: country } : {}),
  });
  return number?.isPossible() && number.ext === undefined ? number.number : null;
}
