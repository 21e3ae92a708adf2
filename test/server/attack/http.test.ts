import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../server/db/page.ts';
import { emailKey } from '../../../server/domain/people/rules/keys.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

test('S-16 a header that is no bearer token doesn’t let the cookie act without an Origin', async () => {
  const { call, person } = await createTestApp();
  await person({ username: 'jo', mfa: false });
  const input = { username: 'jo', password: PASSWORD };
  const signedIn = await call('signIn.start', input, { headers: { origin: 'http://localhost' } });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  for (const authorization of ['Basic am86am8=', 'Bearer', 'Bearer x']) {
    const refused = await call('me.endSessions', {}, { headers: { cookie, authorization } });
    expect(refused.problem.code).toBe('origin_refused');
  }
});

test('metrics are for this machine, also behind a proxy on it', async () => {
  const { app } = await createTestApp({ config: { trustProxy: ['127.0.0.1'] } });
  const get = (headers: Record<string, string>) =>
    app.inject({ url: '/metrics', remoteAddress: '127.0.0.1', headers: { host: 'localhost', ...headers } });
  expect((await get({ 'x-forwarded-for': '203.0.113.9' })).statusCode).toBe(403);
  expect((await get({})).statusCode).toBe(200);
});

test('a letter that becomes an ASCII one when it is small is another mailbox', () => {
  expect(emailKey(' Ben@Example.ORG ')).toBe('ben@example.org');
  // U+212A, the Kelvin sign.
  expect(emailKey('\u212aim@example.org')).not.toBe('kim@example.org');
});

test('S-61 a cursor holds nothing that a database can’t compare with', () => {
  const cursor = (json: string) => Buffer.from(json).toString('base64url');
  for (const number of ['1e999', '1.5', '-1e300', '9007199254740993'])
    expect(decodeCursor(cursor(`[${number}]`), ['number'])).toBeNull();
  for (const text of ['\\u0000', '\\ud800'])
    expect(decodeCursor(cursor(`["${text}"]`), ['string'])).toBeNull();
  expect(decodeCursor(encodeCursor([1, 'a']), ['number', 'string'])).toEqual([1, 'a']);
});

test.each([
  ['arrays', '['.repeat(32_000) + ']'.repeat(32_000)],
  ['objects', '{"username":'.repeat(4000) + '1' + '}'.repeat(4000)],
  ['a few too many', '['.repeat(33) + ']'.repeat(33)],
])('S-61 a body that is nested without end is refused, not tried: %s', async (_what, payload) => {
  const { app } = await createTestApp();
  const headers = { host: 'localhost', 'content-type': 'application/json' };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', headers, payload });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'invalid_input', detail: expect.stringContaining('nested') });
});

test('S-61 a text that never ends costs no time', async () => {
  const { app } = await createTestApp();
  const headers = { host: 'localhost', 'content-type': 'application/json' };
  // The processor's time: others on a busy machine take none of it.
  const began = process.cpuUsage();
  const payload = `"${'\\"'.repeat(32_000)}`;
  const answer = await app.inject({ method: 'POST', url: '/api/v1/sign-in', headers, payload });
  expect(answer.statusCode).toBe(400);
  const { user, system } = process.cpuUsage(began);
  expect((user + system) / 1000).toBeLessThan(1000);
});

test('brackets inside a text are no nesting', async () => {
  const { call } = await createTestApp();
  const answer = await call('signIn.start', { username: '["\\'.repeat(16), password: '{['.repeat(40) });
  expect(answer.problem.code).toBe('invalid_credentials');
});

test('S-61 an address that can’t be read is a problem like any other', async () => {
  const { app } = await createTestApp();
  const answer = await app.inject({ url: '/api/v1/users/%zz', headers: { host: 'localhost' } });
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_input' });
});
