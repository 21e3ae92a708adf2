import { useCallback, useMemo } from 'react';
import type { InputOf } from '../../../../contract/operations.ts';
import { INVITATION_STATES } from '../../../../contract/invitations.ts';
import { ROLES } from '../../../../contract/permissions.ts';
import { MFA_PLACES, USER_STATES } from '../../../../contract/userStates.ts';
import type { Sort } from '../../../ui/SortHeader.tsx';
import { useAddressFilters } from '../../../ui/useAddressFilters.ts';

export type UserFilters = InputOf<'users.export'>;
type ListSort = NonNullable<InputOf<'users.list'>['sort']>;

const STATUSES = ['active', 'suspended'] as const;
const GRACE_ENDS = /^(?:unset|\d{4}-\d{2}-\d{2})$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SORT_FIELDS = ['name', 'username', 'department', 'lastSignInAt'] as const;

const oneOf = <V extends string>(values: readonly V[], value: string | null): V | undefined =>
  values.find((known) => known === value);

/**
 * The list's filters and its order, as the address says them. A department of '' is people without one.
 */
export function useUserFilters() {
  const { params, change } = useAddressFilters<keyof UserFilters | 'sort'>();
  const search = params.get('search')?.trim().slice(0, 100) ?? '';
  const rest = withoutSearch(params);
  // Apart from the search, which changes with each key while these stay.
  const others = useMemo(() => othersOf(new URLSearchParams(rest)), [rest]);
  const filters = useMemo<UserFilters>(() => ({ ...(search && { search }), ...others }), [search, others]);
  const order = params.get('sort');
  const chosen = useMemo(() => sortOf(order), [order]);
  // A search puts whom one means first; without one people are in the order of a list.
  const sort = chosen ?? (filters.search === undefined ? BY_NAME : undefined);

  const setSort = useCallback(
    ({ key, descending }: Sort) => change({ sort: `${descending ? '-' : ''}${key}` }),
    [change],
  );
  const clear = useCallback(() => change(NOTHING), [change]);
  const setSearch = useCallback((typed: string) => change({ search: typed || null }), [change]);
  return {
    filters,
    /** Without the search. */
    others,
    sort,
    /** As the server names it; undefined where it puts the best first. */
    order: sort && (`${sort.descending ? '-' : ''}${sort.key}` as ListSort),
    isFiltered: Object.keys(filters).length > 0,
    change,
    setSearch,
    setSort,
    clear,
  };
}

type Others = Omit<UserFilters, 'search'>;

function withoutSearch(params: URLSearchParams): string {
  const rest = new URLSearchParams(params);
  rest.delete('search');
  return rest.toString();
}

function othersOf(params: URLSearchParams): Others {
  const department = params.get('department');
  return {
    ...(department !== null && { department }),
    ...pick('state', oneOf(USER_STATES, params.get('state'))),
    ...pick('role', oneOf(ROLES, params.get('role'))),
    ...pick('status', oneOf(STATUSES, params.get('status'))),
    ...pick('importId', ID.exec(params.get('importId') ?? '')?.[0]),
    ...pick('invitation', oneOf(INVITATION_STATES, params.get('invitation'))),
    ...pick('graceEnds', GRACE_ENDS.exec(params.get('graceEnds') ?? '')?.[0]),
    ...pick('dueFrom', dayIn(params.get('dueFrom'))),
    ...pick('dueTo', dayIn(params.get('dueTo'))),
    ...pick('lastSignIn', oneOf(['never'], params.get('lastSignIn'))),
    ...pick('passwordSet', oneOf(['no'], params.get('passwordSet'))),
    ...pick('mfaIn', placeIn(params.get('mfaIn'))),
  };
}

const NOTHING: Record<keyof UserFilters, null> = {
  search: null,
  state: null,
  department: null,
  role: null,
  status: null,
  graceEnds: null,
  importId: null,
  invitation: null,
  dueFrom: null,
  dueTo: null,
  lastSignIn: null,
  passwordSet: null,
  mfaIn: null,
};

/** One of the fixed places, or a connected system by its id. */
const placeIn = (text: string | null) => oneOf(MFA_PLACES, text) ?? ID.exec(text ?? '')?.[0];

/** A day that there is: the server refuses a list by any other. */
function dayIn(text: string | null): string | undefined {
  const at = new Date(`${text ?? ''}T00:00:00Z`);
  return text && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}

const pick = <V>(name: string, value: V | undefined) => (value === undefined ? {} : { [name]: value });

const BY_NAME: Sort = { key: 'name', descending: false };

function sortOf(text: string | null): Sort | undefined {
  const descending = text?.startsWith('-') ?? false;
  const key = oneOf(SORT_FIELDS, descending && text ? text.slice(1) : text);
  return key && { key, descending };
}
