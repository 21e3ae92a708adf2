import type { Person } from '../../../../contract/schemas.ts';

/** What is typed of a person; a phone number in any of the ways that people write one. */
export interface PersonValues {
  name: string;
  email: string;
  department: string;
  phone: string;
  mobile: string;
  manager: Person | null;
}

/** `+44 (0)1632 96-01 23` without what is only there for the eye; null where nothing was typed. */
function phoneOf(typed: string): string | null {
  const digits = typed
    .replace(/\(0\)/g, '')
    .replace(/[\s().\-/]/g, '')
    .replace(/^00/, '+');
  return digits || null;
}

/** A sentence where the number can't be one (E.164); true where it can. */
export function phoneCheck(typed: string): true | string {
  const phone = phoneOf(typed);
  if (phone === null || /^\+[1-9][0-9]{6,14}$/.test(phone)) return true;
  return 'Begin with + and the country code, e.g. +44 1632 960123.';
}

/** What the server takes of the typed values. */
export function profileOf({ name, email, department, phone, mobile, manager }: PersonValues) {
  return {
    name: name.trim(),
    email: email.trim(),
    department: department.trim() || null,
    phone: phoneOf(phone),
    mobile: phoneOf(mobile),
    manager: manager?.username ?? null,
  };
}
