import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import type { SystemFailure } from '../../../server/domain/systems/failure.ts';
import { createSystemFetch } from '../../../server/domain/systems/fetch.ts';
import type { SystemRequest } from '../../../server/domain/systems/fetch.ts';
import { isBelow, isSystemUrl } from '../../../server/domain/systems/rules/address.ts';
import { json, startSystem } from '../../support/systemServer.ts';
import type { Answering } from '../../support/systemServer.ts';

const Named = Type.Object({ name: Type.String() });

async function world(answering: Answering, { longestMs = 5000 } = {}) {
  const system = await startSystem(answering);
  const ending = new AbortController();
  const fetch = createSystemFetch({ name: 'Keycloak', url: system.url, signal: ending.signal, longestMs });
  const failing = async (request: Partial<SystemRequest> = {}): Promise<SystemFailure> =>
    fetch({ path: ['users'], ...request })
      .then((answer) => answer.read(Named))
      .then(
        () => {
          throw new Error('It did not fail.');
        },
        (error: unknown) => error as SystemFailure,
      );
  return { system, fetch, failing, ending };
}

describe('A connected system is believed as little as a stranger (S-116)', () => {
  it('and an answer of the right form is read', async () => {
    const { fetch, system } = await world(() => ({ name: 'jo', more: 1 }));
    const answer = await fetch({ path: ['users', 'a/b ö'], query: { q: 'x&y' } });
    expect(answer.read(Named)).toEqual({ name: 'jo', more: 1 });
    expect(system.asked[0]?.url).toBe('/users/a%2Fb%20%C3%B6?q=x%26y');
  });

  it('an id that leads to another address is not asked for', async () => {
    const { failing, system } = await world(() => ({ name: 'jo' }));
    for (const id of ['..', '.', ''])
      expect(await failing({ path: ['users', id] })).toMatchObject({ code: 'odd_answer' });
    expect(system.asked).toEqual([]);
  });

  it('a redirect is not followed', async () => {
    const other = await startSystem(() => ({ name: 'of another' }));
    const { failing } = await world((_asked, response) => {
      response.writeHead(302, { location: `${other.url}/users` }).end();
    });
    const failure = await failing({ headers: { authorization: 'Bearer secret' } });
    expect(failure).toMatchObject({ code: 'odd_answer', status: 302 });
    expect(failure.message).toContain('sends elsewhere, which is not followed');
    expect(other.asked).toEqual([]);
  });

  it('an answer that does not end is cut off in time', async () => {
    const { failing } = await world((_asked, response) => void response.write('{"name":'), {
      longestMs: 100,
    });
    expect(await failing()).toMatchObject({
      code: 'timed_out',
      message: 'Keycloak took too long to answer.',
    });
  });

  it('one that nobody waits for any more ends', async () => {
    const { failing, ending } = await world(() => undefined);
    const asked = failing();
    ending.abort();
    expect(await asked).toMatchObject({ code: 'timed_out' });
  });

  it.each([
    ['says how long it is', true],
    ['does not', false],
  ])('an answer without measure is not kept, whether it %s', async (_case, says) => {
    const { failing } = await world((_asked, response) => {
      const text = JSON.stringify({ name: 'x'.repeat(3_000_000) });
      response.writeHead(200, says ? { 'content-length': text.length } : {});
      response.end(text);
    });
    expect(await failing()).toMatchObject({ code: 'too_large' });
  });

  it('what is no JSON, or another, is not believed', async () => {
    const { failing, system } = await world((_asked, response) => void response.end('<html>Sign in</html>'));
    expect(await failing()).toMatchObject({ code: 'odd_answer' });
    system.answering = () => ({ name: 5 });
    expect(await failing()).toMatchObject({ code: 'odd_answer' });
  });

  it('what it refuses is said by its name and status, with the right that is missing', async () => {
    let status = 403;
    const { failing } = await world((_asked, response) => {
      response.writeHead(status, { 'retry-after': '7' }).end('secret-in-an-answer');
    });
    const lost = await failing({ needs: 'manage-users' });
    expect(lost).toMatchObject({
      code: 'not_allowed',
      message: 'Keycloak answers 403: the client lost manage-users. Give it that right again.',
    });
    for (const [next, code] of [
      [401, 'not_allowed'],
      [404, 'refused'],
      [503, 'unreachable'],
    ] as const) {
      status = next;
      expect(await failing()).toMatchObject({ code, status });
    }
    status = 429;
    expect(await failing()).toMatchObject({ code: 'throttled', retryAfter: 7 });
  });

  it('that was asked too often says by its own clock when it answers again, too', async () => {
    const { failing } = await world((_asked, response) => {
      const headers = { date: 'Mon, 30 Nov 2026 15:00:00 GMT', 'x-rate-limit-reset': '1796050823' };
      response.writeHead(429, headers).end();
    });
    expect(await failing()).toMatchObject({ code: 'throttled', retryAfter: 23 });
  });

  it('the next page is one of its own, by whatever address it is told', async () => {
    let link = '';
    const { fetch, failing, system } = await world((asked, response) => {
      if (asked.query.get('after') !== '2') response.setHeader('link', link);
      return { name: asked.path };
    });
    link = `<${system.url}/users?after=1>; rel="self", <${system.url}/users?after=2>; rel="next"`;
    const first = await fetch({ path: ['users'] });
    expect(first.next).toBe(`${system.url}/users?after=2`);
    const second = await fetch({ path: ['users'], page: first.next ?? '' });
    expect(second.next).toBeNull();
    expect(system.asked.map(({ url }) => url)).toEqual(['/users', '/users?after=2']);
    const stranger = await startSystem(() => ({ name: 'of another' }));
    for (const page of [
      `${stranger.url}/users`,
      `${system.url.replace('//', '//user:word@')}/users`,
      `${system.url}.example/users`,
      '/users',
    ])
      expect(await failing({ page })).toMatchObject({ code: 'odd_answer' });
    expect(stranger.asked).toEqual([]);
  });

  it('below where it is asked, where that is a path', () => {
    expect(isBelow('https://id.example.org/api', 'https://id.example.org/api/users?page=2')).toBe(true);
    for (const other of ['https://id.example.org/apis/users', 'https://id.example.org/api/../users'])
      expect(isBelow('https://id.example.org/api', other)).toBe(false);
  });

  it('tokens are asked for where its kind gives them, and of a kind that gives them elsewhere nowhere else', async () => {
    const giving = await startSystem(() => ({ name: 'token' }));
    const { system, failing } = await world(() => ({ name: 'jo' }));
    const { signal } = new AbortController();
    const fetch = createSystemFetch({ name: 'Entra', url: system.url, tokenUrl: giving.url, signal });
    await fetch({ at: 'token', method: 'POST', path: ['token'], form: { secret: 'x' } });
    expect(giving.asked).toHaveLength(1);
    expect(system.asked).toEqual([]);
    expect(await failing({ at: 'token' })).toMatchObject({ code: 'odd_answer' });
  });

  it('one that is not there is named, with why', async () => {
    const { system } = await world((_asked, response) => json(response, 200, {}));
    const url = system.url.replace(/:\d+$/, ':1');
    const fetch = createSystemFetch({ name: 'Keycloak', url, signal: new AbortController().signal });
    await expect(fetch({ path: ['users'] })).rejects.toThrow(/^Keycloak can’t be reached \(.+\)\.$/);
  });

  it('is asked over TLS only, but on this machine', () => {
    for (const url of [
      'https://kc.example.org',
      'https://kc.example.org/auth',
      'http://127.0.0.1:8080',
      'http://[::1]:1',
    ])
      expect([url, isSystemUrl(url)]).toEqual([url, true]);
    for (const url of [
      'http://kc.example.org',
      'http://127.0.0.1.example.org',
      'https://me:pw@kc.example.org',
      'https://kc.example.org?x=1',
      'https://kc.example.org#',
      'file:///etc/passwd',
      'kc',
    ])
      expect([url, isSystemUrl(url)]).toEqual([url, false]);
  });
});
