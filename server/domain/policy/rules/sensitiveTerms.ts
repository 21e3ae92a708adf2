import { DAY } from '../../../time.ts';

/** How long somebody who is sensitive no longer is treated as if they still were (S-100). */
export const SENSITIVE_TAINT = 30 * DAY;

/** A list of the policy's as it stood from then on (UTC ms), until the next one. */
export interface SensitiveList {
  from: number;
  people: readonly string[];
  departments: readonly string[];
}

/** The department that a person was in from then on (UTC ms), until the next one; null is none. */
export interface DepartmentStay {
  from: number;
  department: string | null;
}

/** For how long a person was sensitive without a break, and by what. Times in UTC ms. */
export interface SensitiveTerm {
  /** The department that policy named; null where it named the person. */
  department: string | null;
  since: number;
  /** Null where they still are. */
  until: number | null;
}

/**
 * When policy named a person, or the department that they were in at the time. Pure.
 *
 * @param stays the oldest first
 * @param lists the oldest first, the last one in force
 */
export function sensitiveTerms(
  userId: string,
  stays: readonly DepartmentStay[],
  lists: readonly SensitiveList[],
): SensitiveTerm[] {
  const terms = untilTheNext(lists).flatMap((list): SensitiveTerm[] => [
    ...(list.people.includes(userId) ? [{ department: null, since: list.from, until: list.until }] : []),
    ...untilTheNext(stays).flatMap((stay) => {
      const { department } = stay;
      if (department === null || !list.departments.includes(department)) return [];
      const since = Math.max(list.from, stay.from);
      const until = earlier(list.until, stay.until);
      return until === null || until > since ? [{ department, since, until }] : [];
    }),
  ]);
  return terms.reduce<SensitiveTerm[]>(joined, []);
}

function untilTheNext<Period extends { from: number }>(
  periods: readonly Period[],
): (Period & { until: number | null })[] {
  return periods.map((period, index) => ({ ...period, until: periods[index + 1]?.from ?? null }));
}

function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

/** A term that begins where another one by the same ended goes on with it: policy is saved for other reasons, too. */
function joined(terms: readonly SensitiveTerm[], next: SensitiveTerm): SensitiveTerm[] {
  const before = terms.find(
    ({ department, until }) => department === next.department && until === next.since,
  );
  if (!before) return [...terms, next];
  return [...terms.filter((term) => term !== before), { ...next, since: before.since }];
}
