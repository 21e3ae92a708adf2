import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API_BASE, OPERATION_NAMES, operationOf } from '../../../contract/operations.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const JSON_TYPE = { 'content-type': 'application/json', host: 'localhost' };

function post(
  { app }: TestApp,
  path: string,
  payload: string | Buffer,
  headers: Record<string, string> = {},
) {
  return app.inject({ method: 'POST', url: API_BASE + path, payload, headers: { ...JSON_TYPE, ...headers } });
}

describe('S-61: what is not listed is refused', () => {
  it('other methods with 405 and the ones that are taken', async () => {
    const test = await createTestApp();
    const response = await test.app.inject({
      method: 'PUT',
      url: `${API_BASE}/sign-in`,
      headers: { host: 'localhost' },
    });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'POST']);
    expect(response.json<{ code: string }>().code).toBe('method_not_allowed');
  });

  it('unknown addresses below /api with 404 as a problem', async () => {
    const test = await createTestApp();
    const response = await test.app.inject({ url: '/api/v1/nothing', headers: { host: 'localhost' } });
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      404,
      'application/problem+json',
    ]);
  });

  it('bodies over 64 KiB with 413, other media types with 415', async () => {
    const test = await createTestApp();
    const large = await post(
      test,
      '/sign-in',
      JSON.stringify({ username: 'a', password: 'x'.repeat(66_000) }),
    );
    expect(large.statusCode).toBe(413);
    const form = await post(test, '/sign-in', 'username=a', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.statusCode).toBe(415);
  });

  it('unknown keys, arrays for scalars, coercible types, NUL and lone surrogates with 400 and the field', async () => {
    const test = await createTestApp();
    const bodies: [string, string][] = [
      ['{"username":"a","password":"b","admin":true}', 'admin'],
      ['{"username":["a"],"password":"b"}', 'username'],
      ['{"username":1,"password":"b"}', 'username'],
      ['{"username":"a\\u0000","password":"b"}', 'username'],
      ['{"username":"a","password":"\\ud800"}', 'password'],
      ['{"username":"a"}', 'password'],
    ];
    for (const [body, field] of bodies) {
      const response = await post(test, '/sign-in', body);
      const problem = response.json<{ code: string; fields: Record<string, string> }>();
      expect([body, response.statusCode, problem.code, Object.keys(problem.fields)]).toEqual([
        body,
        400,
        'invalid_input',
        [field],
      ]);
    }
  });

  it('broken JSON, another encoding and prototype keys with 400', async () => {
    const test = await createTestApp();
    for (const body of [
      '{',
      '"text"',
      '[]',
      'null',
      '{"__proto__":{"a":1}}',
      Buffer.from([0x7b, 0xff, 0x7d]),
    ]) {
      expect((await post(test, '/sign-in', body)).statusCode).toBe(400);
    }
  });

  it('a body where none is taken', async () => {
    const test = await createTestApp();
    const token = await test.administrator.signIn();
    const response = await post(test, '/sign-out', '{"everywhere":true}', {
      authorization: `Bearer ${token}`,
    });
    expect(response.statusCode).toBe(400);
  });

  it('fuzz: whatever is sent to whichever operation, no answer is 5xx', { timeout: 120_000 }, async () => {
    const test = await createTestApp();
    const token = await test.administrator.signIn({ stepUp: true });
    const value = fc.jsonValue({ maxDepth: 3 });
    const names = OPERATION_NAMES.filter((name) => name !== 'signIn.signOut' && name !== 'me.endSessions');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.string({ unit: 'binary', maxLength: 40 }),
        value,
        fc.dictionary(fc.string({ maxLength: 10 }), fc.string({ maxLength: 20 }), { maxKeys: 4 }),
        async (name, id, body, query) => {
          const { method, path, textBody } = operationOf(name);
          const segment = encodeURIComponent(id.isWellFormed() ? id : 'x') || 'x';
          const response = await test.app.inject({
            method,
            url: API_BASE + path.replace(/\{\w+\}/g, segment),
            query,
            headers: {
              host: 'localhost',
              authorization: `Bearer ${token}`,
              ...(method === 'GET' ? {} : { 'content-type': textBody ?? 'application/json' }),
            },
            ...(method === 'GET' ? {} : { payload: JSON.stringify(body) }),
          });
          expect([name, response.statusCode, response.statusCode >= 500 ? response.body : '']).toEqual([
            name,
            expect.toSatisfy((status: number) => status < 500),
            '',
          ]);
        },
      ),
      { numRuns: 800 },
    );
  });
});

describe('S-63: a failure on the server', () => {
  it('tells the person a reference number and nothing of the cause', async () => {
    const test = await createTestApp();
    await test.deps.db.kysely.schema.dropTable('challenges').execute();
    const { status, problem, text } = await test.call('signIn.start', {
      username: 'admin',
      password: PASSWORD,
    });
    expect([status, problem.code]).toEqual([500, 'internal']);
    expect(problem.reference).toMatch(/^[0-9A-F]{10}$/);
    expect(problem.detail).toContain(problem.reference);
    expect(text).not.toMatch(/challenges|sqlite|at .*\.ts/i);
  });
});

describe('S-16: browsers', () => {
  const origin = 'http://localhost';

  it('a request with an Origin gets the cookie and no token, one without the token and no cookie', async () => {
    const test = await createTestApp();
    await test.person({ username: 'jo', mfa: false });
    const input = { username: 'jo', password: PASSWORD };
    const browser = await test.call('signIn.start', input, { headers: { origin } });
    expect(browser.body).not.toHaveProperty('session.token');
    expect(String(browser.headers['set-cookie'])).toMatch(
      /^__Host-gatehouse=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
    );
    const program = await test.call('signIn.start', input);
    expect(program.headers['set-cookie']).toBeUndefined();
    expect(program.body).toHaveProperty('session.token');
  });

  it('a write from another site, or with the cookie and from no site, is refused', async () => {
    const test = await createTestApp();
    const jo = await test.person({ username: 'jo', mfa: false });
    const cookie = `__Host-gatehouse=${await jo.signIn()}`;
    const end = (headers: Record<string, string>) => test.call('me.endSessions', {}, { headers });
    expect((await end({ cookie, origin: 'https://evil.example' })).problem.code).toBe('origin_refused');
    expect((await end({ cookie, origin: 'null' })).problem.code).toBe('origin_refused');
    expect((await end({ cookie })).problem.code).toBe('origin_refused');
    expect((await end({ cookie, origin })).status).toBe(200);
    const login = await test.call(
      'signIn.start',
      { username: 'jo', password: PASSWORD },
      { headers: { origin: 'https://evil.example' } },
    );
    expect(login.problem.code).toBe('origin_refused');
  });
});

describe('S-64: a Host that is not this server’s', () => {
  it('is refused, but for addresses, localhost and the public URL', async () => {
    const test = await createTestApp();
    const ask = (host: string) => test.call('signIn.options', {}, { headers: { host } });
    for (const host of ['evil.example', 'localhost.evil.example', 'gatehouse.example.evil.com']) {
      expect((await ask(host)).problem.code).toBe('host_refused');
    }
    for (const host of ['localhost:8470', '127.0.0.1:8470', '[::1]:8470', 'gatehouse.example']) {
      expect((await ask(host)).status).toBe(200);
    }
  });
});

describe('401', () => {
  const challenge = 'Bearer realm="Gatehouse"';
  const asked = async (test: TestApp, headers: Record<string, string>) => {
    const answer = await test.call('me.get', {}, { headers });
    return [answer.status, answer.headers['www-authenticate']];
  };

  it('says that a bearer token is let in, and of a token that was given that it is not', async () => {
    const test = await createTestApp();
    expect(await asked(test, {})).toEqual([401, challenge]);
    expect(await asked(test, { cookie: `__Host-gatehouse=${'a'.repeat(43)}` })).toEqual([401, challenge]);
    expect(await asked(test, { authorization: 'Basic am86am8=' })).toEqual([401, challenge]);
    for (const authorization of [`Bearer ${'a'.repeat(43)}`, 'bearer x']) {
      expect(await asked(test, { authorization })).toEqual([401, `${challenge}, error="invalid_token"`]);
    }
    const events = await test.app.inject({ url: `${API_BASE}/events`, headers: { host: 'localhost' } });
    expect([events.statusCode, events.headers['www-authenticate']]).toEqual([401, challenge]);
  });

  it('of the sign-in screens says no more, and other answers nothing', async () => {
    const test = await createTestApp();
    const input = { username: 'admin', password: 'wrong' };
    const wrong = await test.call('signIn.start', input, { token: 'a'.repeat(43) });
    expect([wrong.problem.code, wrong.headers['www-authenticate']]).toEqual([
      'invalid_credentials',
      challenge,
    ]);
    const jo = await test.person({ username: 'jo', mfa: false });
    const token = await jo.signIn();
    expect((await test.call('me.get', {}, { token })).headers['www-authenticate']).toBeUndefined();
    const forbidden = await test.call('audit.verify', {}, { token });
    expect([forbidden.status, forbidden.headers['www-authenticate']]).toEqual([403, undefined]);
  });
});

describe('S-62: addresses', () => {
  it('one address may make so many requests to public operations a minute; others are not held up', async () => {
    const test = await createTestApp({ config: { addressLimit: 5 } });
    const ask = (address: string) => test.call('signIn.options', {}, { address });
    for (let n = 0; n < 5; n += 1) expect((await ask('192.0.2.1')).status).toBe(200);
    const refused = await ask('192.0.2.1');
    expect([refused.status, refused.problem.code]).toEqual([429, 'too_many_requests']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask('192.0.2.2')).status).toBe(200);
  });

  it('whoever has a whole IPv6 network has one limit, and IPv4 written as IPv6 is the same address', async () => {
    const test = await createTestApp({ config: { addressLimit: 5 } });
    const ask = async (address: string) => (await test.call('signIn.options', {}, { address })).status;
    for (let n = 0; n < 5; n += 1) expect(await ask(`2001:db8:1:2::${n}`)).toBe(200);
    expect(await ask('2001:db8:1:2:ffff::1')).toBe(429);
    expect(await ask('2001:db8:1:3::1')).toBe(200);
    for (let n = 0; n < 5; n += 1) expect(await ask('::ffff:192.0.2.1')).toBe(200);
    expect(await ask('192.0.2.1')).toBe(429);
    expect(await ask('::ffff:192.0.2.2')).toBe(200);
  });

  it('forwarded headers count only from a configured proxy', async () => {
    const forged = { 'x-forwarded-for': '203.0.113.9' };
    const addressOf = async (trustProxy: string[]) => {
      const test = await createTestApp({ config: { trustProxy } });
      const jo = await test.person({ username: 'jo', mfa: false });
      await test.call(
        'signIn.start',
        { username: 'jo', password: PASSWORD },
        { headers: forged, address: '192.0.2.1' },
      );
      const row = await test.deps.db.kysely
        .selectFrom('sessions')
        .select('address')
        .where('user_id', '=', jo.id)
        .executeTakeFirstOrThrow();
      return row.address;
    };
    expect(await addressOf([])).toBe('192.0.2.1');
    expect(await addressOf(['192.0.2.1'])).toBe('203.0.113.9');
  });
});
