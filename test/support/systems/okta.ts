import { publishedBy } from '../vendors/published.ts';
import { Refusal, startStandIn } from '../vendors/standIn.ts';
import type { Question, StandIn } from '../vendors/standIn.ts';

export const JOANNA = '00ub0oNGTSWTBKOLGLNR';
export const US = '00uGatehouseGatehous';

interface OktaFactor {
  id: string;
  factorType: string;
  status: string;
  created?: string;
  profile?: Record<string, unknown>;
}

interface OktaUser {
  id: string;
  status: string;
  profile: { login: string; email: string } & Record<string, string>;
  factors: OktaFactor[];
  cleared: number;
}

export interface FakeOkta {
  server: StandIn;
  users: OktaUser[];
  token: string;
  roles: { type: string; label: string; status: string }[];
  /** Of the custom role. */
  permissions: string[];
  events: Record<string, unknown>[];
  pageSize: number;
  /** What may not be asked, by the operation. */
  forbidden: string[];
  first: (operation: string, question: Question) => Refusal | undefined;
}

const USER = '/api/v1/users/{userId}';
export const ASKING = {
  find: 'GET /api/v1/users',
  user: `GET ${USER}`,
  factors: `GET ${USER}/factors`,
  remove: `DELETE ${USER}/factors/{factorId}`,
  sessions: `DELETE ${USER}/sessions`,
  suspend: `POST ${USER}/lifecycle/suspend`,
  unsuspend: `POST ${USER}/lifecycle/unsuspend`,
  roles: `GET ${USER}/roles`,
  permissions: 'GET /api/v1/iam/roles/{roleIdOrLabel}/permissions',
  logs: 'GET /api/v1/logs',
};

const problem = (status: number, errorCode: string, headers = {}) =>
  new Refusal(status, { errorCode, errorSummary: 'Said by Okta' }, headers);
const noSuchThing = () => problem(404, 'E0000007');
export const throttled = (headers: Record<string, string>) => problem(429, 'E0000047', headers);

/** Okta's management API by its published document, with Joanna, who has Okta Verify, a key and a question. */
export async function startOkta(): Promise<FakeOkta> {
  const find = (id: string | undefined) => okta.users.find((user) => user.id === id);
  const become = (from: string, to: string) => (question: Question) => {
    const user = find(question.params[0]);
    if (!user) return noSuchThing();
    if (user.status !== from) return problem(403, 'E0000001');
    user.status = to;
    return undefined;
  };
  const server = await startStandIn(publishedBy('okta'), {
    before(operation, question) {
      if (question.headers.authorization !== `SSWS ${okta.token}`) return problem(401, 'E0000011');
      if (okta.forbidden.includes(operation)) return problem(403, 'E0000006');
      return okta.first(operation, question);
    },
    answers: {
      [ASKING.find]({ query }, response) {
        const search = query.get('search');
        if (search !== null) return found(okta.users, search).map(shown);
        const from = Number(query.get('after') ?? '0');
        const to = from + Math.min(Number(query.get('limit') ?? '10'), okta.pageSize);
        const next = `<${server.url}/api/v1/users?after=${to}&limit=${query.get('limit') ?? '10'}>; rel="next"`;
        if (to < okta.users.length) response.setHeader('link', next);
        return okta.users.slice(from, to).map(shown);
      },
      [ASKING.user]: ({ params: [id] }) =>
        id === 'me' ? { id: US } : find(id) ? shown(find(id) as OktaUser) : noSuchThing(),
      [ASKING.factors]: ({ params: [id] }) => find(id)?.factors ?? noSuchThing(),
      [ASKING.remove]({ params: [id, factorId] }) {
        const user = find(id);
        if (!user?.factors.some((factor) => factor.id === factorId)) return noSuchThing();
        user.factors = user.factors.filter((factor) => factor.id !== factorId);
        return undefined;
      },
      [ASKING.sessions]({ params: [id] }) {
        const user = find(id);
        if (!user) return noSuchThing();
        user.cleared += 1;
        return undefined;
      },
      [ASKING.suspend]: become('ACTIVE', 'SUSPENDED'),
      [ASKING.unsuspend]: become('SUSPENDED', 'ACTIVE'),
      [ASKING.roles]: () => okta.roles,
      [ASKING.permissions]: () => ({ permissions: okta.permissions.map((label) => ({ label })) }),
      [ASKING.logs]: () => okta.events,
    },
  });
  const okta: FakeOkta = {
    server,
    token: '00-api-token',
    roles: [
      { type: 'CUSTOM', label: 'Gatehouse', status: 'ACTIVE' },
      { type: 'REPORT_ADMIN', label: 'Report Administrator', status: 'ACTIVE' },
    ],
    permissions: [
      'okta.users.read',
      'okta.users.credentials.resetFactors',
      'okta.users.lifecycle.clearSessions',
      'okta.users.lifecycle.suspend',
      'okta.users.lifecycle.unsuspend',
    ],
    events: [],
    pageSize: 200,
    forbidden: [],
    first: () => undefined,
    users: [
      {
        id: JOANNA,
        status: 'ACTIVE',
        profile: { login: 'Joanna@contoso.example', email: 'jo@contoso.example' },
        cleared: 0,
        factors: [
          {
            id: 'opf1',
            factorType: 'push',
            status: 'ACTIVE',
            created: '2025-02-03T10:00:00.000Z',
            profile: { name: 'Pixel 9' },
          },
          {
            id: 'fwf1',
            factorType: 'webauthn',
            status: 'ACTIVE',
            created: '2026-01-09T08:30:00.000Z',
            profile: { authenticatorName: 'Blue key' },
          },
          {
            id: 'ufs1',
            factorType: 'question',
            status: 'ACTIVE',
            created: '2024-01-01T00:00:00.000Z',
            profile: {},
          },
        ],
      },
    ],
  };
  return okta;
}

const shown = ({ id, status, profile }: OktaUser) => ({ id, status, profile });

function found(users: readonly OktaUser[], search: string): OktaUser[] {
  const wanted = [...search.matchAll(/profile\.(\w+) eq ("(?:[^"\\]|\\.)*")/g)].map(
    ([, field, value = '""']) => ({
      field: field as 'login',
      value: String(JSON.parse(value)).toLowerCase(),
    }),
  );
  return users.filter(({ profile }) =>
    wanted.some(({ field, value }) => profile[field]?.toLowerCase() === value),
  );
}
