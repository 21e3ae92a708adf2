import type { IncomingMessage } from 'node:http';
import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { defineOperation } from '../../contract/define.ts';
import { callerOf, tokenStore } from './support/client.ts';
import { json, serve } from './support/server.ts';

const read = defineOperation({
  method: 'GET', path: '/users/{id}', summary: '', access: 'session', errors: [],
  params: Type.Object({ id: Type.String() }), query: Type.Object({ limit: Type.Optional(Type.Integer()) }), response: Type.Object({}),
}); // prettier-ignore
const write = defineOperation({
  method: 'POST', path: '/notes', summary: '', access: 'session', errors: [],
  body: Type.Object({ note: Type.String() }), response: Type.Object({}),
}); // prettier-ignore
const signIn = defineOperation({
  method: 'POST',
  path: '/sign-in',
  summary: '',
  access: 'public',
  errors: [],
  response: Type.Object({}),
});

/** A server that keeps what it was asked and answers from a list, the last entry for ever. */
async function scripted(...answers: [status: number, body: unknown][]) {
  const requests: IncomingMessage[] = [];
  const origin = await serve((request, response) => {
    const [status, body] = answers[Math.min(requests.length, answers.length - 1)] ?? [500, {}];
    requests.push(request);
    json(status, body)(request, response);
  });
  return { origin, requests };
}

const session = { token: 'tok-secret', expiresAt: '2026-11-24T12:00:00Z', user: { name: 'Mia' } };

describe('requests', () => {
  it('are built from the operation: path, query, bearer token', async () => {
    const { origin, requests } = await scripted([200, { name: 'Jo' }]);
    const result = await callerOf(origin, tokenStore('tok')).call(read, { id: 'a/../b', limit: 5 });
    expect(result).toEqual({ ok: true, data: { name: 'Jo' } });
    expect(requests[0]?.url).toBe('/api/v1/users/a%2F..%2Fb?limit=5');
    expect(requests[0]?.headers.authorization).toBe('Bearer tok');
    expect(requests[0]?.headers['accept-language']).toBe('de');
  });

  it('carry no Origin and no cookie, so that the server answers a token', async () => {
    const { origin, requests } = await scripted([200, {}]);
    await callerOf(origin, tokenStore()).call(signIn, {});
    expect(requests[0]?.headers).not.toHaveProperty('origin');
    expect(requests[0]?.headers).not.toHaveProperty('cookie');
  });

  it('name a kind of content only where there is content', async () => {
    const { origin, requests } = await scripted([200, {}]);
    const { call } = callerOf(origin, tokenStore('tok'));
    await call(signIn, {});
    await call(write, { note: 'x' });
    expect(requests.map(({ headers }) => headers['content-type'])).toEqual([undefined, 'application/json']);
  });

  it('S-72: public operations carry no token', async () => {
    const { origin, requests } = await scripted([200, {}]);
    await callerOf(origin, tokenStore('tok')).call(signIn, {});
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('S-72: a redirect is not followed, so the token goes nowhere else', async () => {
    const elsewhere = await scripted([200, {}]);
    const origin = await serve((_request, response) =>
      response.writeHead(307, { location: elsewhere.origin }).end(),
    );
    const result = await callerOf(origin, tokenStore('tok')).call(read, { id: '1' });
    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(elsewhere.requests).toHaveLength(0);
  });
});

describe('S-72: the token', () => {
  it('is taken out of an answer and kept, and the answer goes on without it', async () => {
    const { origin } = await scripted([200, { outcome: 'signed_in', session }]);
    const tokens = tokenStore();
    const heard: boolean[] = [];
    const result = await callerOf(origin, tokens, (signedIn) => heard.push(signedIn)).call(signIn, {});
    expect(JSON.stringify(result)).not.toContain('tok-secret');
    expect(result).toMatchObject({ ok: true, data: { session: { user: { name: 'Mia' } } } });
    expect(tokens.get()).toBe('tok-secret');
    expect(heard).toEqual([true]);
  });

  it('is dropped on a 401, once', async () => {
    const { origin } = await scripted([401, { code: 'not_signed_in', detail: 'Ended.' }]);
    const tokens = tokenStore('tok');
    const heard: boolean[] = [];
    const result = await callerOf(origin, tokens, (signedIn) => heard.push(signedIn)).call(write, {
      note: '',
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'not_signed_in', detail: 'Ended.' } });
    expect(tokens.get()).toBeUndefined();
    expect(heard).toEqual([false]);
  });

  it('of a step-up saves a request that went out with the one before', async () => {
    const tokens = tokenStore('old');
    const origin = await serve((request, response) => {
      const fresh = request.headers.authorization === 'Bearer new';
      tokens.set('new');
      json(fresh ? 200 : 401, fresh ? { done: true } : { code: 'not_signed_in' })(request, response);
    });
    expect(await callerOf(origin, tokens).call(write, { note: '' })).toEqual({
      ok: true,
      data: { done: true },
    });
  });

  it('goes out with the sign-out that is under way when it is forgotten', async () => {
    const { origin, requests } = await scripted([204, undefined]);
    const tokens = tokenStore('tok');
    const signOut = callerOf(origin, tokens).call(write, { note: '' });
    tokens.clear();
    await signOut;
    expect(requests[0]?.headers.authorization).toBe('Bearer tok');
  });

  it('stays when a public operation answers 401', async () => {
    const { origin } = await scripted([401, { code: 'invalid_credentials' }]);
    const tokens = tokenStore('tok');
    await callerOf(origin, tokens).call(signIn, {});
    expect(tokens.get()).toBe('tok');
  });
});

describe('failures', () => {
  it('of a passing kind are asked again with growing waits, for a GET', async () => {
    const { origin, requests } = await scripted([503, {}], [502, {}], [200, { name: 'Jo' }]);
    const client = callerOf(origin, tokenStore('tok'));
    expect(await client.call(read, { id: '1' })).toEqual({ ok: true, data: { name: 'Jo' } });
    expect(requests).toHaveLength(3);
    expect(client.waits).toEqual([188, 375]);
  });

  it('never repeat a write: it may have been done', async () => {
    let times = 0;
    const origin = await serve((request) => {
      times += 1;
      request.socket.destroy();
    });
    expect(await callerOf(origin, tokenStore('tok')).call(write, { note: '' })).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    });
    expect(times).toBe(1);
  });

  it('keep the facts of a problem, and show neither a URL nor a stack', async () => {
    const body = {
      type: 'https://x.example/p',
      status: 409,
      code: 'already_decided',
      title: 'x',
      detail: 'Priya did.',
      decidedBy: 'Priya',
    };
    const { origin } = await scripted([409, body]);
    const result = await callerOf(origin, tokenStore('tok')).call(write, { note: '' });
    expect(result).toEqual({
      ok: false,
      error: {
        status: 409,
        code: 'already_decided',
        title: 'This is decided already.',
        detail: 'Priya did.',
        decidedBy: 'Priya',
      },
    });
  });

  it("show nothing of a stranger's page", async () => {
    const origin = await serve((_request, response) =>
      response.writeHead(200).end('<b>Hotel Wi-Fi: pay here</b>'),
    );
    const result = await callerOf(origin, tokenStore('tok')).call(read, { id: '1' });
    expect(result).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(JSON.stringify(result)).not.toContain('Hotel');
  });
});
