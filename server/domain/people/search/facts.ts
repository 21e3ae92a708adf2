import type { UserFilters } from '../../../../contract/operations/users.ts';
import type { UserState } from '../../../../contract/userStates.ts';

/** What a list is filtered by, beside the search. */
export type Filters = Omit<UserFilters, 'search'>;
type Values = Required<Filters>;

/** What SQLite's index knows of a filter (migration 0026): `isAll` where it leaves nobody else. */
interface Known {
  has: readonly string[];
  hasNot?: readonly string[];
  isAll: boolean;
}

const OFF_HERE = { has: ['of'], hasNot: ['ex'], isAll: false };
const NOTHING = { has: [], isAll: false };
const EVERYBODY = { has: [], isAll: true };

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

/** Of every filter there is what the index knows of it: one that isn't named here would leave everybody. */
const KNOWN: { [Name in keyof Values]: (value: Values[Name]) => Known } = {
  state: (state) => STATES[state],
  status: (status) => ({ has: [status === 'active' ? 'ac' : 'su'], isAll: true }),
  department: (department) => ({ has: [`=${department}${MARK}`], isAll: true }),
  role: (role) => (role === 'user' ? EVERYBODY : NOTHING),
  graceEnds: () => OFF_HERE,
  dueFrom: () => OFF_HERE,
  dueTo: () => OFF_HERE,
  importId: () => NOTHING,
  invitation: () => NOTHING,
  lastSignIn: () => NOTHING,
  passwordSet: () => NOTHING,
  mfaIn: () => NOTHING,
};
const NAMES = Object.keys(KNOWN) as (keyof Values)[];

function knownOf<Name extends keyof Values>(name: Name, filters: Partial<Values>): Known {
  const value = filters[name];
  return value === undefined ? EVERYBODY : KNOWN[name](value);
}

const inFacts = (fact: string) => `facts : "${MARK}${fact.replaceAll('"', '""')}"`;

/** The same expression of FTS5, narrowed to whom the filters leave; `isAll` where it leaves exactly those. */
export function narrowed(expression: string, filters: Filters): { expression: string; isAll: boolean } {
  const known = NAMES.map((name) => knownOf(name, filters));
  const has = new Set(known.flatMap((one) => one.has));
  const hasNot = new Set(known.flatMap((one) => one.hasNot ?? []));
  const all = [`text : ${expression}`, ...[...has].map(inFacts)].join(' AND ');
  const without = [...hasNot].map((fact) => ` NOT ${inFacts(fact)}`).join('');
  return { expression: `((${all})${without})`, isAll: known.every(({ isAll }) => isAll) };
}
