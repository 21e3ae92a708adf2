import { generateKeyPairSync, verify } from 'node:crypto';
import { createGoogle } from '../../../server/features/systems/kinds/google/kind.ts';
import type { Asked, SystemServer } from '../systemServer.ts';
import { json, startSystem } from '../systemServer.ts';
import { publishedBy } from '../vendors/published.ts';
import { Refusal, startStandIn } from '../vendors/standIn.ts';
import type { Question, StandIn } from '../vendors/standIn.ts';

export const JOANNA = '108211111111111111111';
export const ADMINISTRATOR = 'gatehouse@contoso.example';
export const CLIENT = '117000000000000000001';
const SERVICE = 'gatehouse@contoso-project.iam.gserviceaccount.com';
const AUTH = 'https://www.googleapis.com/auth/';
export const SCOPES = {
  users: `${AUTH}admin.directory.user`,
  security: `${AUTH}admin.directory.user.security`,
  audit: `${AUTH}admin.reports.audit.readonly`,
};

interface GoogleUser {
  id: string;
  primaryEmail: string;
  aliases: string[];
  isEnrolledIn2Sv: boolean;
  suspended: boolean;
  isAdmin: boolean;
  signedOut: number;
  /** What else its directory says. */
  more?: Record<string, unknown>;
}

export interface FakeGoogle {
  api: StandIn;
  tokens: SystemServer;
  users: GoogleUser[];
  /** What the service account may stand for its administrator with. */
  scopes: string[];
  /** What Google refuses a token with, whatever is asked. */
  refusing: string | null;
  activities: Record<string, unknown>[];
  pageSize: number;
  /** As its console writes it, in one line. */
  keyFile: string;
  first: (operation: string, question: Question) => Refusal | undefined;
  kind: ReturnType<typeof createGoogle>;
}

const USER = '/admin/directory/v1/users/{userKey}';
export const ASKING = {
  list: 'GET /admin/directory/v1/users',
  user: `GET ${USER}`,
  change: `PATCH ${USER}`,
  signOut: `POST ${USER}/signOut`,
  turnOff: `POST ${USER}/twoStepVerification/turnOff`,
  log: 'GET /admin/reports/v1/activity/users/{userKey}/applications/{applicationName}',
};

export const problem = (code: number, reason: string, headers = {}) =>
  new Refusal(
    code,
    { error: { code, message: 'Said by Google', errors: [{ domain: 'global', reason }] } },
    headers,
  );

// One is enough for every test, and made within a moment.
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/** Google's Admin SDK by its discovery documents, with Joanna, who has 2-Step Verification. */
export async function startGoogle(): Promise<FakeGoogle> {
  const published = publishedBy('google');
  const find = (key: string | undefined) =>
    google.users.find(
      ({ id, primaryEmail, aliases }) =>
        id === key || [primaryEmail, ...aliases].includes(key?.toLowerCase() ?? ''),
    );
  const doing = (act: (user: GoogleUser, question: Question) => unknown) => (question: Question) => {
    const user = find(question.params[0]);
    return user ? act(user, question) : problem(404, 'notFound');
  };
  const api = await startStandIn(published, {
    before(operation, question) {
      const scope = /^Bearer token-of-(.*)$/.exec(question.headers.authorization ?? '')?.[1];
      if (scope === undefined) return problem(401, 'authError');
      // Which scopes an operation takes is published, too.
      if (!published.operations[operation]?.scopes?.includes(scope))
        return problem(403, 'insufficientPermissions');
      return google.first(operation, question);
    },
    answers: {
      [ASKING.list]({ query }) {
        if (query.get('customer') !== 'my_customer') return problem(400, 'invalid');
        const from = Number(query.get('pageToken') ?? '0');
        const to = from + Math.min(Number(query.get('maxResults')), google.pageSize);
        const more = to < google.users.length ? { nextPageToken: String(to) } : {};
        return { users: google.users.slice(from, to).map(shown), ...more };
      },
      [ASKING.user]: doing((user) => shown(user)),
      [ASKING.change]: doing((user, { json: said }) => shown(Object.assign(user, said))),
      [ASKING.signOut]: doing((user) => void (user.signedOut += 1)),
      [ASKING.turnOff]: doing((user) => {
        if (!user.isEnrolledIn2Sv) return problem(400, 'invalid');
        user.isEnrolledIn2Sv = false;
        return undefined;
      }),
      [ASKING.log]({ params, query }) {
        if (params.join(' ') !== 'all admin') return problem(400, 'invalid');
        const from = Number(query.get('pageToken') ?? '0');
        const most = Number(query.get('maxResults'));
        const rest = google.activities.slice(from + most);
        const items = google.activities.slice(from, from + most);
        return { items, ...(rest.length > 0 ? { nextPageToken: String(from + most) } : {}) };
      },
    },
  });
  const tokens = await startSystem((asked, response) => {
    const refusal = refusalOf(google, asked);
    if (refusal !== null) return json(response, 400, { error: refusal, error_description: 'Said by Google' });
    return {
      access_token: `token-of-${String(claimsIn(asked)['scope'])}`,
      expires_in: 3599,
      token_type: 'Bearer',
    };
  });
  const key = { type: 'service_account', client_email: SERVICE, client_id: CLIENT, private_key: PRIVATE_KEY };
  const google: FakeGoogle = {
    api,
    tokens,
    scopes: Object.values(SCOPES),
    refusing: null,
    activities: [],
    pageSize: 100,
    keyFile: JSON.stringify({ ...key, token_uri: 'https://elsewhere.example/token' }),
    first: () => undefined,
    kind: createGoogle({ [api.url]: tokens.url }),
    users: [
      person({ id: JOANNA, primaryEmail: 'joanna@contoso.example', aliases: ['jo@contoso.example'] }),
      person({ id: '108299999999999999999', primaryEmail: ADMINISTRATOR, aliases: [] }),
    ],
  };
  return google;
}

const person = (who: Pick<GoogleUser, 'id' | 'primaryEmail' | 'aliases'>): GoogleUser => ({
  ...who,
  isEnrolledIn2Sv: true,
  suspended: false,
  isAdmin: false,
  signedOut: 0,
});

const shown = ({ signedOut: _signedOut, more, ...user }: GoogleUser) => ({
  ...more,
  ...user,
  archived: false,
  isGuestUser: false,
});

const assertionIn = ({ body }: Asked) => new URLSearchParams(body).get('assertion') ?? '..';

function claimsIn(asked: Asked): Record<string, unknown> {
  const [, claims = ''] = assertionIn(asked).split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Record<string, unknown>;
}

/** What Google's token address would say; how is told by RFC 7523, and not by a discovery document. */
function refusalOf({ refusing, scopes }: FakeGoogle, asked: Asked): string | null {
  const [header = '', claims = '', signature = ''] = assertionIn(asked).split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  if (
    asked.path !== '/token' ||
    !verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'))
  )
    return 'invalid_grant';
  const { iss, sub, aud, scope, iat, exp } = claimsIn(asked);
  const isGood = iss === SERVICE && sub === ADMINISTRATOR && aud === 'https://oauth2.googleapis.com/token';
  if (!isGood || Number(exp) - Number(iat) > 3600) return 'invalid_grant';
  if (refusing !== null) return refusing;
  return scopes.includes(String(scope)) ? null : 'unauthorized_client';
}
