import { json, startSystem } from '../systemServer.ts';
import type { SystemServer } from '../systemServer.ts';

interface Token {
  serial: string;
  tokentype: string;
  active: boolean;
  description: string;
  username: string;
  user_realm: string;
  info: Record<string, string>;
}

interface AuditLine {
  number: number;
  date: string;
  action: string;
  success: number;
  serial: string | null;
  user: string | null;
  realm: string | null;
  administrator: string | null;
  client: string;
}

export interface FakePrivacyIdea extends SystemServer {
  tokens: Token[];
  rights: string[];
  users: string[];
  /** Oldest first; dates in its own zone, which they don't say. */
  audit: AuditLine[];
  /** The most on a page, whatever is asked for. */
  pageSize: number;
}

const answer = (value: unknown) => ({
  id: 1,
  jsonrpc: '2.0',
  result: { status: true, value },
  version: 'privacyIDEA 3.14',
});
const problem = (code: number, message: string) => ({
  detail: null,
  id: 1,
  jsonrpc: '2.0',
  result: { error: { code, message }, status: false },
});

/** Answers as privacyIDEA 3.14 did, with Jo in the realm `staff`, who has an app and a hardware token. */
export async function startPrivacyIdea(): Promise<FakePrivacyIdea> {
  const server = await startSystem(({ path, method, query, headers, body }, response) => {
    if (path === '/auth') {
      const { username, password } = JSON.parse(body) as Record<string, string>;
      if (username !== 'gatehouse' || password !== 'gatehouse-password')
        return json(response, 401, problem(4031, 'Authentication failed.'));
      return answer({ role: 'admin', token: 'ey.J.x', rights: system.rights, username });
    }
    if (headers.authorization !== 'ey.J.x') return json(response, 401, problem(4304, 'Not enough segments'));
    if (method === 'GET' && headers['content-type']) return json(response, 400);
    const needed = (right: string) => system.rights.includes(right);
    if (path === '/user/') {
      if (!needed('userlist')) return json(response, 403, problem(303, 'userlist is not allowed!'));
      const wanted = query.get('username') ?? '*';
      const names = system.users.filter((name) => wanted === '*' || name === wanted);
      return answer(
        names.map((username) => ({ username, email: `${username}@example.org`, userid: '1001' })),
      );
    }
    if (path === '/audit/') {
      if (!needed('auditlog')) return json(response, 403, problem(303, 'auditlog is not allowed!'));
      const wanted = new RegExp(`^${(query.get('action') ?? '*').replaceAll('*', '.*')}$`);
      const [page, asked] = [Number(query.get('page') ?? '1'), Number(query.get('page_size') ?? '15')];
      const size = Math.min(system.pageSize, asked);
      const all = system.audit.filter(({ action }) => wanted.test(action)).toReversed();
      const auditdata = all
        .slice((page - 1) * size, page * size)
        .map((line) => ({ ...line, sig_check: 'OK', missing_line: 'OK' }));
      return answer({ auditdata, count: all.length, next: all.length > page * size ? page + 1 : null });
    }
    if (path === '/token/') {
      const [user, page] = [query.get('user'), Number(query.get('page') ?? '1')];
      if (user !== null && !system.users.includes(user))
        return json(response, 400, problem(904, 'ERR904: The user can not be found in any resolver'));
      // Without the right it is empty, and not refused.
      const all = needed('tokenlist')
        ? system.tokens.filter(({ username }) => user === null || username === user)
        : [];
      const size = Math.min(system.pageSize, Number(query.get('pagesize') ?? '15'));
      const tokens = all.slice((page - 1) * size, page * size).map((token) => ({
        ...token,
        revoked: false,
        failcount: 0,
      }));
      return answer({
        count: all.length,
        prev: null,
        next: all.length > page * size ? page + 1 : null,
        tokens,
      });
    }
    const serial = decodeURIComponent(path.slice('/token/'.length));
    const token = system.tokens.find((one) => one.serial === serial);
    // Right or not: what isn't there is looked for first.
    if (!token) return json(response, 404, problem(601, `No token found for serials: ${serial}`));
    if (!needed('delete')) return json(response, 403, problem(303, 'delete is not allowed!'));
    system.tokens = system.tokens.filter((one) => one !== token);
    return answer(1);
  });
  const made = { creation_date: '2026-11-30T14:46:25+00:00', tokenkind: 'software' };
  const own = { active: true, username: 'jo', user_realm: 'staff' };
  const system: FakePrivacyIdea = Object.assign(server, {
    rights: ['userlist', 'auditlog', 'tokenlist', 'disable', 'delete'],
    users: ['jo', 'kim'],
    pageSize: 100,
    audit: [],
    tokens: [
      { ...own, serial: 'OATH00005F52', tokentype: 'hotp', description: '', info: made },
      {
        ...own,
        serial: 'TOTP00005C17',
        tokentype: 'totp',
        description: 'Jo phone',
        info: { ...made, last_auth: '2026-11-30T15:00:00.123456+00:00' },
      },
    ],
  });
  return system;
}
