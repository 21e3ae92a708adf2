import { paths } from '../../../contract/paths.ts';
import type { ViewList } from '../../../contract/viewLists.ts';

/** What a view keeps of each list's address: what the list filters and sorts by, and nothing that begins something. */
export const KEPT: Record<ViewList, readonly string[]> = {
  users: [
    'search',
    'state',
    'department',
    'role',
    'status',
    'graceEnds',
    'importId',
    'invitation',
    'dueFrom',
    'dueTo',
    'lastSignIn',
    'passwordSet',
    'mfaIn',
    'sort',
  ],
  reset_requests: ['search', 'forMe', 'state', 'tier'],
  audit: ['action', 'userId', 'address', 'session', 'from', 'to'],
};

const PLACES: Record<ViewList, string> = {
  users: paths.users(),
  reset_requests: paths.resetRequests(),
  audit: paths.audit(),
};

/** What of an address a view of its list keeps, always in one order, so that two that show the same are the same text. */
export function viewQuery(list: ViewList, search: string): string {
  const said = new URLSearchParams(search);
  return new URLSearchParams(
    KEPT[list].flatMap((name) => {
      const value = said.get(name);
      return value === null ? [] : [[name, value]];
    }),
  ).toString();
}

/** Where a view leads. */
export const viewAddress = ({ list, query }: { list: ViewList; query: string }): string =>
  query === '' ? PLACES[list] : `${PLACES[list]}?${query}`;
