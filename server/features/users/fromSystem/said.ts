import type { Sentence } from '../../../../contract/words/sentence.ts';
import { sentence } from '../../../../contract/words/sentence.ts';
import type { SystemPerson } from '../../../domain/systems/kind.ts';
import { usernameProblem } from '../../../domain/people/username.ts';
import { emailProblem, phoneProblem, textProblem } from '../import/fieldProblems.ts';
import { readPhone } from '../import/readPhone.ts';

/** What a system says of somebody that can be kept here; null says nothing. */
export interface Said {
  name: string | null;
  email: string | null;
  department: string | null;
  phone: string | null;
  mobile: string | null;
}

/** One more than may be kept, so that what is cut is never taken for the whole. */
const LONGEST = { username: 65, email: 255, text: 101, phone: 64 };

/**
 * Judges what a system says of somebody by the rules of an import (S-107).
 *
 * @param country whose phone numbers it has (ISO 3166-1 alpha-2)
 */
export function saidOf(
  person: SystemPerson,
  country: string | null,
): {
  said: Said;
  /** What of it can't be kept. */
  bad: Sentence[];
  /** Why nobody can be made of it. */
  lacks: Sentence[];
} {
  const name = cut(person.name, LONGEST.text);
  const email = cut(person.email, LONGEST.email);
  const department = cut(person.department, LONGEST.text);
  const phone = cut(person.phone, LONGEST.phone);
  const mobile = cut(person.mobile, LONGEST.phone);
  const problems = {
    name: name === null ? null : textProblem('name', name),
    email: email === null ? null : emailProblem(email),
    department: department === null ? null : textProblem('department', department),
  };
  const numbers = {
    phone: phone === null ? null : readPhone(phone, country),
    mobile: mobile === null ? null : readPhone(mobile, country),
  };
  const all = [
    ...Object.values(problems),
    phone !== null && numbers.phone === null ? phoneProblem('phone', phone, country) : null,
    mobile !== null && numbers.mobile === null ? phoneProblem('mobile', mobile, country) : null,
  ];
  const needed = [
    usernameProblem(person.username.slice(0, LONGEST.username).toWellFormed()),
    email === null ? sentence('answers/users', 'emailMissing') : problems.email,
    name === null ? sentence('answers/users', 'nameMissing') : problems.name,
  ];
  return {
    said: {
      name: problems.name ? null : name,
      email: problems.email ? null : email,
      department: problems.department ? null : department,
      ...numbers,
    },
    bad: all.filter((problem) => problem !== null),
    lacks: needed.filter((problem) => problem !== null),
  };
}

const cut = (text: string | null, longest: number): string | null =>
  text === null ? null : text.slice(0, longest).toWellFormed();
