import type { UserState } from '../../../../contract/userStates.ts';

/** What a list is filtered by, beside the search. */
export interface Filters {
  state?: UserState;
  status?: 'active' | 'suspended';
  department?: string;
  role?: string;
  graceEnds?: string;
  importId?: string;
}

/** What SQLite's index knows of a filter (migration 0026): `isAll` where it leaves nobody else. */
interface Known {
  has: readonly string[];
  hasNot?: readonly string[];
  isAll: boolean;
}

const OFF_HERE = { has: ['of'], hasNot: ['ex'], isAll: false };
const NOTHING = { has: [], isAll: false };

/** `isAll` isn't said of what depends on policy or on the time of day. */
const STATES: Record<UserState, Known> = {
  off: { has: ['of'], isAll: true },
  on: { has: ['on'], isAll: true },
  reset_pending: { has: ['rp'], isAll: true },
  // The index doesn't know of authenticators that are stopped.
  with_mfa: { has: [], hasNot: ['of'], isAll: false },
  without_mfa: NOTHING,
  stopped: { has: [], hasNot: ['of'], isAll: false },
  required: NOTHING,
  in_grace: OFF_HERE,
  blocked: OFF_HERE,
  off_not_required: OFF_HERE,
  off_external: { has: ['of', 'ex'], isAll: true },
  external: { has: ['ex'], isAll: true },
  locked: { has: ['lk'], isAll: true },
};

const MARK = '\u0001';
const inFacts = (fact: string) => `facts : "${MARK}${fact.replaceAll('"', '""')}"`;

/** The same expression of FTS5, narrowed to whom the filters leave; `isAll` where it leaves exactly those. */
export function narrowed(
  expression: string,
  { state, status, department, role, graceEnds, importId }: Filters,
): { expression: string; isAll: boolean } {
  const known: Known = state === undefined ? { has: [], isAll: true } : STATES[state];
  const has = [
    ...known.has,
    ...(status === undefined ? [] : [status === 'active' ? 'ac' : 'su']),
    ...(department === undefined ? [] : [`=${department}${MARK}`]),
  ];
  const all = [`text : ${expression}`, ...has.map(inFacts)].join(' AND ');
  const without = (known.hasNot ?? []).map((fact) => ` NOT ${inFacts(fact)}`).join('');
  const isAnyRole = role === undefined || role === 'user';
  const isAll = known.isAll && graceEnds === undefined && importId === undefined && isAnyRole;
  return { expression: `((${all})${without})`, isAll };
}
