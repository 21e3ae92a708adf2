import { createEntra } from '../../../server/features/systems/kinds/entra/kind.ts';
import type { Asked, SystemServer } from '../systemServer.ts';
import { json, startSystem } from '../systemServer.ts';
import { publishedBy } from '../vendors/published.ts';
import { Refusal, startStandIn } from '../vendors/standIn.ts';
import type { Question, StandIn } from '../vendors/standIn.ts';

export const JOANNA = '0b6a7e4f-6f2b-4e0c-9d53-1f0f63c90011';
export const CLIENT = '8c1a5a5e-0000-4000-8000-5f2c3c7d0001';
const US = '5a0d5a5e-0000-4000-8000-5f2c3c7d0002';

interface Method {
  '@odata.type': string;
  id: string;
  [more: string]: unknown;
}

interface EntraUser {
  id: string;
  userPrincipalName: string;
  mail: string | null;
  accountEnabled: boolean;
  /** What else its directory says. */
  more?: Record<string, unknown>;
  methods: Method[];
  revoked: number;
}

export interface FakeEntra {
  graph: StandIn;
  login: SystemServer;
  users: EntraUser[];
  /** Application permissions of the client. */
  roles: string[];
  secret: string;
  /** Which method the person is asked for first. */
  defaultMethod: string | null;
  audits: Record<string, unknown>[];
  pageSize: number;
  /** What comes before each answer. */
  first: (operation: string, question: Question) => Refusal | undefined;
  kind: ReturnType<typeof createEntra>;
}

export const type = (name: string) => `#microsoft.graph.${name}`;
const METHODS = 'UserAuthenticationMethod.ReadWrite.All';
const USERS = 'GET /users';
const USER = '/users/{user-id}';
const LISTED = `GET ${USER}/authentication/methods`;
const AUDITS = 'GET /auditLogs/directoryAudits';
const REVOKED = `POST ${USER}/revokeSignInSessions`;

/** Graph's own least right for each operation, by its reference. */
const RIGHTS: Record<string, string> = {
  [USERS]: 'User.Read.All',
  [`GET ${USER}`]: 'User.Read.All',
  [`PATCH ${USER}`]: 'User.EnableDisableAccount.All',
  [REVOKED]: 'User.RevokeSessions.All',
  [AUDITS]: 'AuditLog.Read.All',
};
const rightOf = (operation: string) => RIGHTS[operation] ?? METHODS;

const problem = (status: number, code: string, headers = {}) =>
  new Refusal(status, { error: { code, message: 'Said by Graph' } }, headers);
const noSuchThing = () => problem(404, 'Request_ResourceNotFound');
export const throttled = (seconds: string) => problem(429, 'TooManyRequests', { 'retry-after': seconds });

/** Microsoft Graph by its published client and types, with Joanna, who has an app, a key, a phone and a password. */
export async function startEntra(): Promise<FakeEntra> {
  const published = publishedBy('entra');
  const find = (id: string | undefined) => entra.users.find((user) => user.id === id);
  const deletes = Object.keys(published.operations).filter((name) => name.startsWith('DELETE'));
  const graph = await startStandIn(published, {
    base: '/v1.0',
    before(operation, question) {
      if (!/^Bearer ./.test(question.headers.authorization ?? ''))
        return problem(401, 'InvalidAuthenticationToken');
      if (!entra.roles.includes(rightOf(operation))) return problem(403, 'Authorization_RequestDenied');
      return entra.first(operation, question);
    },
    answers: {
      [USERS]({ query }) {
        const filter = query.get('$filter');
        if (filter !== null) return { value: found(entra.users, filter).map(shown) };
        const from = Number(query.get('$skiptoken') ?? '0');
        const to = from + Math.min(Number(query.get('$top') ?? '100'), entra.pageSize);
        const next = { '@odata.nextLink': `${graph.url}/v1.0/users?$top=100&$skiptoken=${to}` };
        return { value: entra.users.slice(from, to).map(shown), ...(to < entra.users.length ? next : {}) };
      },
      [`GET ${USER}`]: ({ params }) => shownOr404(find(params[0])),
      [`PATCH ${USER}`]: ({ params, json: said }) =>
        Object.assign(find(params[0]) ?? {}, said) && (find(params[0]) ? undefined : noSuchThing()),
      [REVOKED]({ params }) {
        const user = find(params[0]);
        if (!user) return noSuchThing();
        user.revoked += 1;
        return { value: true };
      },
      [LISTED]: ({ params }) => (find(params[0]) ? { value: find(params[0])?.methods } : noSuchThing()),
      [AUDITS]: () => ({ value: entra.audits }),
      ...Object.fromEntries(
        deletes.map((name) => [name, ({ params }: Question) => removed(entra, find(params[0]), params[1])]),
      ),
    },
  });
  const login = await startSystem((asked, response) => {
    const refusal = refusalOf(entra, asked);
    if (refusal !== null) return json(response, 401, { error: 'invalid_client', error_codes: [refusal] });
    const claims = { oid: US, appid: CLIENT, roles: entra.roles };
    const parts = ['{}', JSON.stringify(claims), 'signature'];
    const token = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
    return { token_type: 'Bearer', expires_in: 3599, access_token: token };
  });
  const entra: FakeEntra = {
    graph,
    login,
    roles: [
      'User.Read.All',
      METHODS,
      'User.EnableDisableAccount.All',
      'User.RevokeSessions.All',
      'AuditLog.Read.All',
    ],
    secret: 'client-secret',
    defaultMethod: null,
    audits: [],
    pageSize: 100,
    first: () => undefined,
    kind: createEntra({ [graph.url]: login.url }),
    users: [
      {
        id: JOANNA,
        userPrincipalName: 'Joanna@contoso.example',
        mail: 'jo@contoso.example',
        accountEnabled: true,
        revoked: 0,
        methods: [
          { '@odata.type': type('passwordAuthenticationMethod'), id: '28c10230-6103-485e-b985-444c60001490' },
          {
            '@odata.type': type('microsoftAuthenticatorAuthenticationMethod'),
            id: 'app-1',
            displayName: 'Pixel 9',
            createdDateTime: '2025-02-03T10:00:00Z',
          },
          {
            '@odata.type': type('fido2AuthenticationMethod'),
            id: 'key-1',
            displayName: 'Blue key',
            createdDateTime: '2026-01-09T08:30:00Z',
          },
          {
            '@odata.type': type('phoneAuthenticationMethod'),
            id: '3179e48a-750b-4051-897c-87b9720928f7',
            phoneNumber: '+1 5555550100',
          },
        ],
      },
    ],
  };
  return entra;
}

function refusalOf({ secret }: FakeEntra, { method, path, body }: Asked): number | null {
  const form = new URLSearchParams(body);
  if (method !== 'POST' || path !== '/contoso.example/oauth2/v2.0/token') return 90002;
  if (form.get('client_id') !== CLIENT) return 700016;
  if (!form.get('scope')?.endsWith('/.default') || form.get('grant_type') !== 'client_credentials')
    return 70011;
  if (secret === 'ended') return 7000222;
  return form.get('client_secret') === secret ? null : 7000215;
}

function found(users: readonly EntraUser[], filter: string): EntraUser[] {
  const wanted = [...filter.matchAll(/(\w+) eq '((?:[^']|'')*)'/g)].map(([, field = '', value = '']) => ({
    field,
    value: value.replaceAll("''", "'").toLowerCase(),
  }));
  return users.filter((user) =>
    wanted.some(({ field, value }) => String(user[field as 'mail']).toLowerCase() === value),
  );
}

const shown = ({ id, userPrincipalName, mail, accountEnabled, more }: EntraUser) => ({
  ...more,
  id,
  userPrincipalName,
  mail,
  accountEnabled,
});
const shownOr404 = (user: EntraUser | undefined) => (user ? shown(user) : noSuchThing());

function removed({ defaultMethod }: FakeEntra, user: EntraUser | undefined, id: string | undefined) {
  if (!user || !user.methods.some((method) => method.id === id)) return noSuchThing();
  const others = user.methods.filter((one) => one.id !== id && !one['@odata.type'].includes('password'));
  // Seen and told by many who called it.
  if (id === defaultMethod && others.length > 0) return problem(400, 'badRequest');
  user.methods = user.methods.filter((method) => method.id !== id);
  return undefined;
}
