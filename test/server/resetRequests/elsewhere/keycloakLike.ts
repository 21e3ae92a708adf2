import type { ServerResponse } from 'node:http';
import { json, startSystem } from '../../../support/systemServer.ts';
import type { Asked, SystemServer } from '../../../support/systemServer.ts';

interface Account {
  enabled: boolean;
  requiredActions: string[];
  credentials: { id: string; type: string; userLabel?: string; createdDate: number }[];
  sessions: number;
}

export interface KeycloakLike {
  server: SystemServer;
  account: Account;
  /** What was changed there, in order: `hold`, `remove otp-1`, `log out`, `open`. */
  done: string[];
  /**
   * Comes before the answer: true where it answered by itself. `act` does what was asked for, so that a lie can be told about it.
   */
  before: ((asked: Asked, response: ServerResponse, act: () => void) => boolean | Promise<boolean>) | null;
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

const ACCOUNT = '/admin/realms/staff/users/f-jo';

/** What a request changes; nothing where it only reads, or what it would change is so already. */
function change({ account, done }: KeycloakLike, { method, path, body }: Asked): void {
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
  }
}

function answer(keycloak: KeycloakLike, asked: Asked, response: ServerResponse): void {
  const { account } = keycloak;
  const { method, path } = asked;
  if (path.endsWith('/token')) return json(response, 200, { access_token: 'token' });
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
