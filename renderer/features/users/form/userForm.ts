import { phoneOf } from '../../../shared/phoneNumbers.ts';
import type { Person } from '../../../../contract/schemas.ts';
import { t } from '../words.ts';

/** What is typed of a person; a phone number in any of the ways that people write one. */
export interface PersonValues {
  name: string;
  email: string;
  department: string;
  phone: string;
  mobile: string;
  manager: Person | null;
}

/** The check of a field: a sentence where the number can't be one of `country` or one with + and the country code. */
export const phoneCheck =
  (country: string | null) =>
  (typed: string): true | string =>
    typed.trim() === '' || phoneOf(typed, country) !== null || t('phonePattern');

/** What the server takes of the typed values. */
export function profileOf(
  { name, email, department, phone, mobile, manager }: PersonValues,
  country: string | null,
) {
  return {
    name: name.trim(),
    email: email.trim(),
    department: department.trim() || null,
    phone: phoneOf(phone, country),
    mobile: phoneOf(mobile, country),
    manager: manager?.username ?? null,
  };
}
