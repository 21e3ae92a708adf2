import { Value } from 'typebox/value';
import { Email, Line } from '../../../../contract/schemas.ts';
import { textFault } from '../../../../contract/text.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { Sentence } from '../../../../contract/words/sentence.ts';

const ShortText = Line(100);
const isEmail = (text: string): boolean => Value.Check(Email, text);

/** What is wrong with an address, in one sentence; null where it can be one. */
export function emailProblem(email: string): Sentence | null {
  const fault = textFault(email, 'address');
  if (fault) return sentence('answers/users', 'holds', { column: 'email', fault });
  return isEmail(email) ? null : sentence('answers/users', 'notAnAddress', { email });
}

/** Why a number that can't be read is none: of a country's, where one is known. */
export function phoneProblem(column: 'phone' | 'mobile', written: string, country: string | null): Sentence {
  const fault = textFault(written, 'address');
  if (fault) return sentence('answers/users', 'holds', { column, fault });
  return country === null
    ? sentence('answers/users', 'phoneWithoutCountry', { column, written })
    : sentence('answers/users', 'phoneNotOf', { column, written, country: { region: country } });
}

/** What is wrong with a name, in one sentence; null where it may be used. */
export function textProblem(column: 'name' | 'department', value: string): Sentence | null {
  const fault = textFault(value, 'text');
  if (fault) return sentence('answers/users', 'holds', { column, fault });
  if (Value.Check(ShortText, value)) return null;
  return sentence('answers/users', 'textTooLong', { column });
}
