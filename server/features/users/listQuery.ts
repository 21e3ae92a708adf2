import { sentence } from '../../../contract/words/sentence.ts';
import { expressionBuilder, sql } from 'kysely';
import type { Expression, RawBuilder, SqlBool } from 'kysely';
import type { InvitationState } from '../../../contract/invitations.ts';
import type { InputOf } from '../../../contract/operations.ts';
import type { UserFilters } from '../../../contract/operations/users.ts';
import type { PolicyDocument } from '../../../contract/operations/policy.ts';
import type { Role } from '../../../contract/permissions.ts';
import { refuse } from '../../refusal.ts';
import { DAY } from '../../time.ts';
import type { Schema } from '../../db/schema.ts';
import { dueCondition, inGraceCondition } from '../../domain/policy/requiredCondition.ts';
import { peopleConditions } from '../../domain/policy/stateCondition.ts';
import type { User } from '../../domain/people/people.ts';
import { mfaInCondition } from '../../domain/systems/guardStore.ts';
import { searchedWords } from '../../domain/people/search/words.ts';

type ListInput = InputOf<'users.list'>;
type Sort = NonNullable<ListInput['sort']>;
type SortField = 'name' | 'username' | 'department' | 'lastSignInAt';

const users = () => expressionBuilder<Schema, 'users'>();

/** Each word is looked for in every row: a name, a department and an address have no more. */
const MOST_WORDS = 8;

/** The words of a search. Refuses too many: to leave some out would find people who weren't looked for. */
export function fewWords({ search = '' }: UserFilters): string[] {
  const words = searchedWords(search);
  if (words.length <= MOST_WORDS) return words;
  const detail = sentence('answers/users', 'tooManyWords', { most: MOST_WORDS });
  throw refuse('invalid_input', { detail, fields: { search: detail } });
}

interface At {
  policy: PolicyDocument;
  now: number;
}

type Values = Required<Omit<UserFilters, 'search'>>;
type Beside = keyof Values;

/** What each filter but the search asks of a person. A department of '' is people without one. */
const FILTERS: { [Name in Beside]: (value: Values[Name], at: At) => Expression<SqlBool>[] } = {
  state: (state, { policy, now }) => peopleConditions({ state }, policy, now),
  status: (status, { policy, now }) => peopleConditions({ status }, policy, now),
  // As the index has it, so that a page of a department is read in order.
  department: (department) => [sql<SqlBool>`coalesce(users.department, '') = ${department}`],
  // Everyone is a user: that role leaves nobody out.
  role: (role) => (role === 'user' ? [] : [hasRole(role)]),
  importId: (importId) => [users()('users.import_id', '=', importId)],
  invitation: (invitation) => [invitationCondition(invitation)],
  graceEnds: (day, { policy, now }) => [inGraceCondition(policy, now), graceEndsCondition(day)],
  dueFrom: (day, { policy, now }) => [
    dueCondition(policy, now),
    users()('users.grace_ends_at', '>=', startOf(day, 'dueFrom')),
  ],
  dueTo: (day, { policy, now }) => [
    dueCondition(policy, now),
    users()('users.grace_ends_at', '<', startOf(day, 'dueTo') + DAY),
  ],
  lastSignIn: () => [users()('users.last_sign_in_at', 'is', null)],
  passwordSet: () => [users()('users.password_hash', 'is', null)],
  mfaIn: (place) => [mfaInCondition(place)],
};
const NAMES = Object.keys(FILTERS) as Beside[];

function conditionsOf<Name extends Beside>(name: Name, filters: Partial<Values>, at: At) {
  const value = filters[name];
  return value === undefined ? [] : FILTERS[name](value, at);
}

/** What else than the search filters. */
export const filterConditions = (
  filters: UserFilters,
  policy: PolicyDocument,
  now: number,
): Expression<SqlBool>[] => NAMES.flatMap((name) => conditionsOf(name, filters, { policy, now }));

/** Whether the counters of people know what a filter asks. */
const COUNTED: Record<Beside, boolean> = {
  state: true,
  status: true,
  department: true,
  role: false,
  importId: false,
  invitation: false,
  graceEnds: true,
  dueFrom: true,
  dueTo: true,
  lastSignIn: false,
  passwordSet: false,
  mfaIn: false,
};

/** Whether the counters alone can say how many these filters leave, where nothing is searched for. */
export const areCounted = ({ role, ...others }: UserFilters): boolean => {
  const filters: UserFilters = role === 'user' ? others : { role, ...others };
  return NAMES.every((name) => COUNTED[name] || filters[name] === undefined);
};

function hasRole(role: Role): Expression<SqlBool> {
  const eb = users();
  return eb(
    'users.id',
    'in',
    eb.selectFrom('user_roles').select('user_id').where('user_roles.role', '=', role),
  );
}

/** What is asked for waits, as what is in the outbox does. Drafts are of those who may be invited: `invitationStore.ts` counts the same. */
function invitationCondition(state: InvitationState): Expression<SqlBool> {
  const eb = users();
  if (state === 'waiting') return eb('users.invitation', 'in', ['asked', 'waiting']);
  if (state !== 'draft') return eb('users.invitation', '=', state);
  return eb.and([
    eb('users.invitation', '=', 'draft'),
    eb('users.status', '=', 'active'),
    eb('users.external', '=', 0),
    eb('users.password_hash', 'is', null),
  ]);
}

/** `unset`, or a day as `2026-12-02`, in UTC as the dashboard counts them. */
function graceEndsCondition(day: string): Expression<SqlBool> {
  const eb = users();
  if (day === 'unset') return eb('users.grace_ends_at', 'is', null);
  const from = startOf(day, 'graceEnds');
  return eb.and([eb('users.grace_ends_at', '>=', from), eb('users.grace_ends_at', '<', from + DAY)]);
}

/** Refuses a day that no month has. */
function startOf(day: string, field: keyof UserFilters): number {
  const start = new Date(`${day}T00:00:00Z`);
  // What no month has is another day to some engines, and none to others.
  if (!Number.isNaN(start.getTime()) && start.toISOString().startsWith(day)) return start.getTime();
  const detail = sentence('answers/users', 'noSuchDay', { day });
  throw refuse('invalid_input', { detail, fields: { [field]: detail } });
}

export interface Order {
  columns: RawBuilder<unknown>[];
  direction: 'asc' | 'desc';
  /** The values of the columns in one row: the cursor after it. */
  keysOf(user: User): (string | number)[];
  shape: readonly ('string' | 'number')[];
}

// Nulls are brought to a value, because the databases disagree on where nulls come; an index has the same expression.
const ORDERS: Record<Exclude<SortField, 'lastSignInAt'>, Omit<Order, 'direction'>> = {
  name: {
    columns: [sql`users.name_key`, sql`users.id`],
    keysOf: (user) => [user.name_key, user.id],
    shape: ['string', 'string'],
  },
  username: {
    columns: [sql`users.username`],
    keysOf: (user) => [user.username],
    shape: ['string'],
  },
  department: {
    columns: [sql`coalesce(users.department, '')`, sql`users.name_key`, sql`users.id`],
    keysOf: (user) => [user.department ?? '', user.name_key, user.id],
    shape: ['string', 'string', 'string'],
  },
};

/** Among those who are found equally well whoever signed in last comes first: they call more often. */
export const RECENT_FIRST: Order = {
  columns: [sql`(-coalesce(users.last_sign_in_at, 0))`, sql`users.name_key`, sql`users.id`],
  direction: 'asc',
  keysOf: (user) => [-(user.last_sign_in_at ?? 0), user.name_key, user.id],
  shape: ['number', 'string', 'string'],
};

/** What a list is ordered by: `name`, or `-name` for the other way round. The last column is unique. */
export function orderOf(sort: Sort): Order {
  const descending = sort.startsWith('-');
  const field = (descending ? sort.slice(1) : sort) as SortField;
  // One index for both ways and for the search: each sign-in writes it.
  if (field === 'lastSignInAt') return { ...RECENT_FIRST, direction: descending ? 'asc' : 'desc' };
  return { ...ORDERS[field], direction: descending ? 'desc' : 'asc' };
}
