import type { ServerResponse } from 'node:http';
import { json, startSystem } from '../../../support/systemServer.ts';
import type { Asked, SystemServer } from '../../../support/systemServer.ts';

interface Account {
  enabled: boolean;
  requiredActions: string[];
  credentials: { id: string; type: string; userLabel?: string; createdDate: number }[];
  sessions: number;
}

interface AdminEvent {
  time: number;
  operationType: string;
  resourceType: string;
  resourcePath: string;
  authDetails: { realmId: string; clientId: string; userId: string; ipAddress: string };
}

/** Its internal id of the account that Gatehouse acts by. */
const OURSELVES = 'service-account-of-gatehouse';
const TOKEN = ['{}', JSON.stringify({ sub: OURSELVES }), 'signature']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

export interface KeycloakLike {
  server: SystemServer;
  account: Account;
  /** What was changed there, in order: `hold`, `remove otp-1`, `log out`, `open`. */
  done: string[];
  /**
   * Comes before the answer: true where it answered by itself. `act` does what was asked for, so that a lie can be told about it.
   */
  before: ((asked: Asked, response: ServerResponse, act: () => void) => boolean | Promise<boolean>) | null;
  /** What its log of administrators' acts holds, oldest first. */
  events: AdminEvent[];
  /** By its clock. */
  now: () => number;
  /** Somebody's act in its own console, by the account there of that id. */
  byHand(factorId: string, userId: string, at?: number): void;
}

/** A little Keycloak on loopback with one account, `f-jo`, which can be made to lie, be late, or do things twice. */
export async function startKeycloakLike(): Promise<KeycloakLike> {
  const account: Account = {
    enabled: true,
    requiredActions: [],
    credentials: [
      { id: 'password-1', type: 'password', createdDate: 1 },
      { id: 'otp-1', type: 'otp', userLabel: 'Work phone', createdDate: Date.UTC(2026, 0, 5) },
      { id: 'key-1', type: 'webauthn', userLabel: 'Key', createdDate: Date.UTC(2026, 2, 5) },
    ],
    sessions: 2,
  };
  const keycloak: KeycloakLike = {
    server: await startSystem(() => undefined),
    account,
    done: [],
    before: null,
    events: [],
    now: () => 0,
    byHand(factorId, userId, at = keycloak.now()) {
      account.credentials = account.credentials.filter(({ id }) => id !== factorId);
      keycloak.events.push(removalOf(factorId, userId, at));
    },
  };
  const answering = async (asked: Asked, response: ServerResponse) => {
    if (await keycloak.before?.(asked, response, () => change(keycloak, asked))) return;
    answer(keycloak, asked, response);
  };
  keycloak.server.answering = (asked, response) => {
    void answering(asked, response);
  };
  return keycloak;
}

const removalOf = (factorId: string, userId: string, time: number): AdminEvent => ({
  time,
  operationType: 'ACTION',
  resourceType: 'USER',
  resourcePath: `users/f-jo/credentials/${factorId}`,
  authDetails: { realmId: 'r-1', clientId: 'c-1', userId, ipAddress: '192.0.2.7' },
});

const ACCOUNT = '/admin/realms/staff/users/f-jo';

/** What a request changes; nothing where it only reads, or what it would change is so already. */
function change({ account, done, events, now }: KeycloakLike, { method, path, body }: Asked): void {
  if (method === 'PUT' && path === ACCOUNT) {
    const { enabled, requiredActions } = JSON.parse(body) as Account;
    if (enabled !== account.enabled) done.push(enabled ? 'open' : 'hold');
    Object.assign(account, { enabled, requiredActions });
  }
  if (method === 'POST' && path === `${ACCOUNT}/logout`) {
    account.sessions = 0;
    done.push('log out');
  }
  const removed = method === 'DELETE' ? path.slice(`${ACCOUNT}/credentials/`.length) : '';
  if (account.credentials.some(({ id }) => id === removed)) {
    account.credentials = account.credentials.filter(({ id }) => id !== removed);
    done.push(`remove ${removed}`);
    events.push(removalOf(removed, OURSELVES, now()));
  }
}

function answer(keycloak: KeycloakLike, asked: Asked, response: ServerResponse): void {
  const { account } = keycloak;
  const { method, path, query } = asked;
  if (path.endsWith('/token')) return json(response, 200, { access_token: TOKEN });
  if (path === '/admin/realms/staff/admin-events') {
    const first = Number(query.get('first'));
    const since = keycloak.events.filter(({ time }) => time >= Number(query.get('dateFrom')));
    return json(response, 200, since.slice(first, first + Number(query.get('max'))));
  }
  if (path === '/admin/realms/staff/events') return json(response, 200, []);
  if (path === '/admin/realms/staff/users/eve-there')
    return json(response, 200, { id: 'eve-there', username: 'eve' });
  if (!path.startsWith(ACCOUNT)) return json(response, 404, { error: 'User not found' });
  if (method === 'GET' && path === ACCOUNT) {
    const { enabled, requiredActions } = account;
    return json(response, 200, { id: 'f-jo', username: 'jo', enabled, requiredActions });
  }
  if (path === `${ACCOUNT}/credentials`) return json(response, 200, account.credentials);
  if (path === `${ACCOUNT}/sessions`)
    return json(
      response,
      200,
      Array.from({ length: account.sessions }, () => ({})),
    );
  const isThere = account.credentials.some(({ id }) => path.endsWith(`/${id}`));
  change(keycloak, asked);
  if (method === 'DELETE' && !isThere) return json(response, 404, { error: 'Credential not found' });
  json(response, 204);
}
