import { closedAfterTheTest, json } from '../systemListener.ts';
import type { Asked, SystemServer } from '../systemListener.ts';

interface Credential {
  id: string;
  type: string;
  userLabel?: string;
  createdDate: number;
}

export interface KeycloakUser {
  id: string;
  username: string;
  email: string;
  emailVerified: boolean;
  enabled: boolean;
  firstName?: string;
  lastName?: string;
  requiredActions: string[];
  attributes: Record<string, string[]>;
  credentials: Credential[];
  sessions: number;
}

interface Removal {
  time: number;
  resourcePath: string;
  authDetails: { userId: string; ipAddress: string };
}

export interface UserEvent {
  time: number;
  type: string;
  userId?: string;
  sessionId?: string | null;
  ipAddress?: string;
  error?: string;
  details?: Record<string, string>;
}

export interface FakeKeycloak extends SystemServer {
  users: KeycloakUser[];
  /** Of credentials, by administrators, oldest first. */
  removals: Removal[];
  /** Of people, by themselves or by whoever impersonates them, oldest first. */
  userEvents: UserEvent[];
  /** Of the client's service account. */
  roles: string[];
  events: { eventsEnabled: boolean; adminEventsEnabled: boolean };
  secret: string;
}

/** Its internal id of the account that Gatehouse acts by. */
export const OURSELVES = 'service-account-of-gatehouse';

const UNNEEDED = ['query-users', 'query-groups'];

export const JOANNA = '11c52178-dc54-4365-99c8-0df7cd558981';
export const PHONE = '6e298149-cd9c-49e1-9aeb-9c973a3a1326';

/** Answers as Keycloak 26.7.3 did, with Joanna, who has an app, a key and a password. */
export async function startKeycloak(start = closedAfterTheTest): Promise<FakeKeycloak> {
  const server = await start((asked, response) => {
    const { path, method } = asked;
    if (path === '/realms/staff/protocol/openid-connect/token') {
      const form = new URLSearchParams(asked.body);
      if (form.get('client_id') !== 'gatehouse' || form.get('client_secret') !== keycloak.secret)
        return json(response, 401, {
          error: 'unauthorized_client',
          error_description: 'Invalid client or Invalid client credentials',
        });
      return { access_token: tokenWith(keycloak.roles), expires_in: 300, token_type: 'Bearer' };
    }
    if (!path.startsWith('/admin/realms/staff/')) return json(response, 404, { error: 'Realm not found.' });
    if (!/^Bearer ./.test(asked.headers.authorization ?? ''))
      return json(response, 401, { error: 'HTTP 401' });
    const [first = '', id = '', ...rest] = path.slice('/admin/realms/staff/'.length).split('/');
    const right = first.endsWith('events') ? 'view-events' : method === 'GET' ? 'view-users' : 'manage-users';
    if (!keycloak.roles.includes(right)) return json(response, 403, { error: 'HTTP 403 Forbidden' });
    if (first === 'events' && id === '') return userEventsSince(keycloak.userEvents, asked);
    if (first === 'events') return { ...keycloak.events, eventsListeners: ['jboss-logging'] };
    if (first === 'admin-events') return removalsSince(keycloak.removals, asked);
    if (id === '') return found(keycloak.users, asked);
    const user = keycloak.users.find((one) => one.id === id);
    if (!user) return json(response, 404, { error: 'User not found' });
    const [part = '', credential] = rest;
    if (part === '' && method === 'GET') return representation(user);
    if (part === '') return json(response, 204, void Object.assign(user, JSON.parse(asked.body)));
    if (part === 'sessions') return Array.from({ length: user.sessions }, (_, n) => ({ id: String(n) }));
    if (part === 'logout') return json(response, 204, void (user.sessions = 0));
    if (method === 'GET') return user.credentials;
    const before = user.credentials.length;
    user.credentials = user.credentials.filter((one) => one.id !== credential);
    if (user.credentials.length === before) return json(response, 404, { error: 'Credential not found' });
    return json(response, 204);
  });
  const keycloak: FakeKeycloak = Object.assign(server, {
    roles: ['view-events', 'manage-users', 'view-users', ...UNNEEDED],
    events: { eventsEnabled: true, adminEventsEnabled: true },
    secret: 'client-secret',
    removals: [],
    userEvents: [],
    users: [
      {
        id: JOANNA,
        username: 'joanna',
        email: 'jo@example.org',
        emailVerified: true,
        enabled: true,
        requiredActions: [],
        attributes: { office: ['2'] },
        sessions: 2,
        credentials: [
          { id: '0153e69a-c49b-4cf7-b2c4-f01af441692f', type: 'password', createdDate: 1_796_050_064_931 },
          { id: PHONE, type: 'otp', userLabel: 'Phone', createdDate: 1_796_050_064_941 },
          { id: 'a-key', type: 'webauthn', userLabel: 'Key', createdDate: 1_796_050_064_950 },
        ],
      },
    ],
  });
  return keycloak;
}

/** What it answers of a user; credentials and sessions are asked for apart. */
function representation({ id, username, email, emailVerified, enabled, ...rest }: KeycloakUser) {
  const { requiredActions, attributes, firstName, lastName } = rest;
  const user = {
    id,
    username,
    firstName,
    lastName,
    email,
    emailVerified,
    enabled,
    requiredActions,
    attributes,
  };
  return { ...user, totp: true, access: { manage: true } };
}

function found(users: readonly KeycloakUser[], { query }: Asked) {
  const [username, email] = [query.get('username'), query.get('email')];
  const first = Number(query.get('first') ?? '0');
  return users
    .filter((user) => username === null || user.username.includes(username))
    .filter((user) => email === null || user.email.includes(email))
    .toSorted((one, other) => (one.username < other.username ? -1 : 1))
    .slice(first, first + Number(query.get('max') ?? '100'))
    .map(representation);
}

function removalsSince(removals: readonly Removal[], { query }: Asked) {
  const from = Number(query.get('first'));
  return removals
    .filter(({ time }) => time >= Number(query.get('dateFrom')))
    .slice(from, from + Number(query.get('max')))
    .map((removal) => ({ ...removal, operationType: 'ACTION', resourceType: 'USER' }));
}

function userEventsSince(events: readonly UserEvent[], { query }: Asked) {
  const from = Number(query.get('first'));
  return events
    .filter(({ type, time }) => type === query.get('type') && time >= Number(query.get('dateFrom')))
    .slice(from, from + Number(query.get('max')));
}

const tokenWith = (roles: readonly string[]) =>
  ['{}', JSON.stringify({ sub: OURSELVES, resource_access: { 'realm-management': { roles } } }), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
