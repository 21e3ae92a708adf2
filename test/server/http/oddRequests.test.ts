import { METHODS } from 'node:http';
import { describe, expect, it } from 'vitest';
import { API_BASE, OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const ID = '01936a5e-0000-7000-8000-000000000000';
const urlOf = (path: string) => API_BASE + path.replace(/\{\w+\}/g, ID);

interface Told {
  code: string;
  fields?: Record<string, string>;
}

async function ask({ app }: TestApp, method: string, url: string, headers = {}, payload?: string) {
  // Its types know the usual methods only.
  const response = await app.inject({
    method: method as 'GET',
    url,
    headers: { host: 'localhost', ...(payload ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(payload ? { payload } : {}),
  });
  const isProblem = response.headers['content-type'] === 'application/problem+json';
  const problem: Told = isProblem && response.body !== '' ? response.json<Told>() : { code: '' };
  return { status: response.statusCode, problem, isProblem, allow: response.headers.allow };
}

describe('10.E15: 401 comes before 403', () => {
  const dead = `__Host-gatehouse=${'a'.repeat(43)}`;

  it('a write with an ended session is 401, whichever site asked for it', async () => {
    const test = await createTestApp();
    for (const name of OPERATION_NAMES) {
      const { access, method, path } = operationOf(name);
      if (access === 'public' || method === 'GET') continue;
      for (const headers of [{ cookie: dead }, { cookie: dead, origin: 'https://evil.example' }]) {
        const { status, problem } = await ask(test, method, urlOf(path), headers);
        expect([name, status, problem.code]).toEqual([name, 401, 'not_signed_in']);
      }
    }
  });

  it('S-16: another site’s write is refused before it counts as the person’s doing', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo', mfa: false });
    const cookie = `__Host-gatehouse=${await jo.signIn()}`;
    const seen = async () =>
      (
        await test.deps.db.kysely
          .selectFrom('sessions')
          .select('last_seen_at')
          .where('user_id', '=', jo.id)
          .executeTakeFirstOrThrow()
      ).last_seen_at;
    const before = await seen();
    test.clock.advance(5 * 60_000);
    const origin = 'https://evil.example';
    expect((await ask(test, 'DELETE', `${API_BASE}/me/sessions`, { cookie, origin })).status).toBe(403);
    expect(await seen()).toBe(before);
    expect((await ask(test, 'GET', `${API_BASE}/me`, { cookie })).status).toBe(200);
    expect(await seen()).toBeGreaterThan(before);
  });
});

describe('10.E15: what is no object is no body', () => {
  const bodies = ['null', '[]', '0', 'false', '"text"'];

  it('and refused where one may be left out', async () => {
    const test = await createTestApp();
    const authorization = `Bearer ${await test.administrator.signIn({ stepUp: true })}`;
    const url = `${API_BASE}/reset-requests/${ID}/approve`;
    for (const body of bodies) {
      const { status, problem } = await ask(test, 'POST', url, { authorization }, body);
      expect([body, status, problem.fields]).toEqual([body, 400, { body: 'This must be an object.' }]);
    }
    expect((await ask(test, 'POST', url, { authorization })).status).toBe(404);
  });

  it('and refused where none is taken', async () => {
    const test = await createTestApp();
    const authorization = `Bearer ${await test.administrator.signIn()}`;
    for (const body of bodies) {
      const { status, problem } = await ask(test, 'POST', `${API_BASE}/sign-out`, { authorization }, body);
      expect([body, status, Object.keys(problem.fields ?? {})]).toEqual([body, 400, ['body']]);
    }
    expect((await ask(test, 'POST', `${API_BASE}/sign-out`, { authorization })).status).toBe(204);
  });
});

describe('10.E15: fields are named alike, whatever is wrong with them', () => {
  it('in the query and the path', async () => {
    const test = await createTestApp();
    const authorization = `Bearer ${await test.administrator.signIn()}`;
    for (const [field, path] of [
      ['cursor', '/users?cursor=%00'],
      ['cursor', `/users?cursor=${'x'.repeat(501)}`],
      ['limit', '/users?limit=%00'],
      ['limit', '/users?limit=0'],
      ['id', '/users/%00'],
      ['id', '/users/x'],
    ]) {
      const { status, problem } = await ask(test, 'GET', API_BASE + path, { authorization });
      expect([path, status, Object.keys(problem.fields ?? {})]).toEqual([path, 400, [field]]);
    }
  });

  it('a time that there isn’t says how one is written', async () => {
    const test = await createTestApp();
    const authorization = `Bearer ${await test.administrator.signIn()}`;
    const { status, problem } = await ask(test, 'GET', `${API_BASE}/audit/events?from=2026-02-30T00:00:00Z`, {
      authorization,
    });
    expect([status, problem.fields]).toEqual([
      400,
      { from: 'This must be a time in UTC, such as 2026-11-29T13:05:00Z.' },
    ]);
  });

  it('in a body by their path', async () => {
    const test = await createTestApp();
    const authorization = `Bearer ${await test.administrator.signIn()}`;
    const fieldsOf = async (ids: string) =>
      (await ask(test, 'POST', `${API_BASE}/users/named`, { authorization }, `{"ids":["${ID}",${ids}]}`))
        .problem.fields;
    expect(Object.keys((await fieldsOf('"\\u0000"')) ?? {})).toEqual(['ids.1']);
    expect(Object.keys((await fieldsOf('1')) ?? {})).toEqual(['ids.1']);
  });
});

describe('10.E15: a method that is not taken', () => {
  const addresses = new Map<string, Set<string>>([
    [`${API_BASE}/events`, new Set(['GET'])],
    ['/health/live', new Set(['GET', 'HEAD'])],
    ['/health/ready', new Set(['GET', 'HEAD'])],
    ['/metrics', new Set(['GET', 'HEAD'])],
    ['/api/openapi.json', new Set(['GET', 'HEAD'])],
  ]);
  for (const name of OPERATION_NAMES) {
    const { method, path } = operationOf(name);
    const taken = addresses.get(urlOf(path)) ?? new Set();
    addresses.set(urlOf(path), taken.add(method));
    if (method === 'GET') taken.add('HEAD');
  }

  it('is 405 with those that are, also TRACE, QUERY and what else HTTP knows', async () => {
    const test = await createTestApp();
    // CONNECT asks for a tunnel and reaches no address.
    const methods = METHODS.filter((method) => method !== 'CONNECT');
    expect(methods).toContain('QUERY');
    for (const [url, taken] of addresses) {
      for (const method of methods) {
        if (taken.has(method)) continue;
        const { status, isProblem, allow } = await ask(test, method, `${url}?a=b`);
        expect([method, url, status, isProblem, allow]).toEqual([
          method,
          url,
          405,
          true,
          [...taken].toSorted().join(', '),
        ]);
      }
    }
  });

  it('at an address that there isn’t is 404', async () => {
    const test = await createTestApp();
    for (const method of ['TRACE', 'QUERY', 'HEAD', 'POST']) {
      expect([method, (await ask(test, method, `${API_BASE}/nothing`)).status]).toEqual([method, 404]);
    }
  });

  it('HEAD answers as GET does', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo', mfa: false });
    const authorization = `Bearer ${await jo.signIn()}`;
    expect((await ask(test, 'HEAD', `${API_BASE}/me`, { authorization })).status).toBe(200);
    expect((await ask(test, 'HEAD', `${API_BASE}/me`)).status).toBe(401);
  });
});
