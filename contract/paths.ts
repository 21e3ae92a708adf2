import type { InputOf, OperationName } from './operations.ts';
import type { REQUESTS_FOR_ME } from './requestStates.ts';

/** What an address may say of a list: what its operation filters and sorts by, less how it pages. */
type Filters<N extends OperationName> = Omit<InputOf<N>, 'cursor' | 'limit'>;
/** As the server filters, and `all`: an address without a state is the queue that waits. */
type QueueFilters = Partial<Record<'state', Filters<'resetRequests.list'>['state'] | 'all'>> &
  Pick<Filters<'resetRequests.list'>, 'tier'> & { forMe?: (typeof REQUESTS_FOR_ME)[number] };
/** What a page begins as soon as it is there: the palette's acts. */
type Begun<Act extends string> = { act?: Act };

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  return given.length === 0 ? path : `${path}?${given.join('&')}`;
}

/**
 * The console's addresses, below its origin. The router declares its pages from this table (`paths.user(':id?')`), and links,
 * the desktop's menu and mails are built from it, so that none of them can lead nowhere.
 */
export const paths = {
  start: () => '/',
  dashboard: () => '/dashboard',
  users: (filters: Filters<'users.list'> & Begun<'add'> = {}) => withQuery('/users', filters),
  user: (id: string, begun: Begun<'request'> = {}) => withQuery(`/users/${id}`, { ...begun }),
  importUsers: () => '/users/import',
  departments: () => '/users/departments',
  resetRequests: (filters: QueueFilters & Begun<'open' | 'freeze'> = {}) =>
    withQuery('/reset-requests', filters),
  /** What was done in connected systems without a request here. */
  outside: (filters: Pick<Filters<'resetRequests.outside'>, 'systemId'> = {}) =>
    withQuery('/reset-requests/outside', filters),
  resetRequest: (id: string) => `/reset-requests/${id}`,
  confirmations: () => '/confirmations',
  policy: () => '/policy',
  /** Two versions compared, where they are given. */
  policyVersions: (compared: { from?: string; to?: string } = {}) => withQuery('/policy/versions', compared),
  audit: (filters: Filters<'audit.list'> = {}) => withQuery('/audit', filters),
  resetReport: (filters: Filters<'audit.resets'> = {}) => withQuery('/audit/resets', filters),
  auditEvent: (id: string) => `/audit/${id}`,
  outbox: () => '/outbox',
  mail: (id: string) => `/outbox/${id}`,
  /** `section`: the part of the page to go to. */
  settings: ({ section }: { section?: 'organisation' | 'address' | 'mail' | 'this-server' } = {}) =>
    section ? `/settings#${section}` : '/settings',
  /** `setup` begins the setup of an authenticator at once. */
  security: ({ setup }: { setup?: true } = {}) => withQuery('/security', { setup: setup && '' }),
  /** `next`: the path to go on to. */
  signIn: (query: { next?: string } = {}) => withQuery('/sign-in', query),
  forgotPassword: () => '/forgot-password',
  /** Linked from the page of a connected system; without one it only takes an activation code. */
  lostDevice: (query: { system?: string } = {}) => withQuery('/lost-device', query),
  setPassword: () => '/set-password',
  thisWasntMe: () => '/this-wasnt-me',
  /** Where somebody waits about whom another system asks. */
  identityCheck: () => '/identity-check',
  withdrawChange: () => '/withdraw-change',
  ssoCallback: () => '/sso/callback',
  setUp: () => '/setup',
  /** The desktop's choice of a server. */
  welcome: () => '/welcome',
};

export const DEEP_LINK_SCHEME = 'gatehouse';

/** The link that opens a page in the desktop app: `gatehouse://reset-requests/…`. */
export function deepLinkTo(path: string): string {
  return `${DEEP_LINK_SCHEME}:/${path}`;
}
