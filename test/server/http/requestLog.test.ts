import { describe, expect, it } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

interface Line {
  level: string;
  time: string;
  msg: string;
  requestId: string;
  operation?: string;
  person?: string;
  traceId?: string;
  [name: string]: unknown;
}

async function createWorld(level: string) {
  const lines: Line[] = [];
  const log = createLog(level, { write: (line) => void lines.push(JSON.parse(line) as Line) });
  const test = await createTestApp({ log });
  lines.length = 0;
  return { ...test, lines, requests: () => lines.filter(({ msg }) => msg === 'request') };
}

const HOST = { host: 'localhost' };
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

describe('16.6: the log of requests', () => {
  it('has a line of JSON for each: operation, status, milliseconds, bytes, and the id that the answer carries', async () => {
    const { call, person, requests, lines } = await createWorld('info');
    await person({ username: 'jo', mfa: false });
    lines.length = 0;
    const answer = await call('signIn.start', { username: 'jo', password: PASSWORD });
    const [line, ...more] = requests();
    expect(more).toEqual([]);
    expect(line).toMatchObject({
      level: 'info',
      operation: 'signIn.start',
      method: 'POST',
      status: 200,
      bytes: Buffer.byteLength(answer.text),
      requestId: answer.headers['x-request-id'],
    });
    expect(line?.['ms']).toBeGreaterThan(0);
    expect(Date.parse(line?.time ?? '')).toBeGreaterThan(0);
  });

  it('also for what is refused, each with an id of its own', async () => {
    const { app, requests } = await createWorld('info');
    const asked = ['/api/v1/me', '/api/v1/no-such-thing', '/api/v1/me'];
    const ids = [];
    for (const url of asked) ids.push((await app.inject({ url, headers: HOST })).headers['x-request-id']);
    expect(new Set(ids).size).toBe(3);
    const told = requests().slice(-3);
    expect(told.map(({ requestId }) => requestId)).toEqual(ids);
    expect(told.map(({ status }) => status)).toEqual([401, 404, 401]);
    expect(told.map(({ operation }) => operation)).toEqual(['me.get', 'none', 'me.get']);
  });

  it('S-52: says of a person a hash, the same for all that they do and another than anybody else’s', async () => {
    const { call, person, requests, lines } = await createWorld('trace');
    const [jo, lee] = [await person({ username: 'jo' }), await person({ username: 'lee' })];
    const tokens = [await jo.signIn(), await lee.signIn()];
    lines.length = 0;
    for (const token of [...tokens, ...tokens]) await call('me.get', {}, { token });
    const [first, second, third, fourth] = requests().map(({ person: hash }) => hash);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect([third, fourth]).toEqual([first, second]);
    expect(second).not.toBe(first);
    const text = JSON.stringify(lines);
    for (const { id, username } of [jo, lee]) {
      expect(text).not.toContain(id);
      expect(text).not.toContain(`"${username}"`);
    }
  });

  it('S-52: never says what stands in an address', async () => {
    const { app, lines } = await createWorld('trace');
    for (const url of ['/set-password/CANARY', '/api/v1/users?search=CANARY', '/api/v1/CANARY', '/%CANARY'])
      await app.inject({ url, headers: HOST });
    expect(lines.length).toBeGreaterThan(2);
    expect(JSON.stringify(lines)).not.toContain('CANARY');
  });

  it('takes over a W3C traceparent in every line of the request, and only one that is right', async () => {
    const { app, requests } = await createWorld('info');
    const ask = async (traceparent: string) => {
      await app.inject({ url: '/api/v1/me', headers: { ...HOST, traceparent } });
      return requests().at(-1);
    };
    expect(await ask(`00-${TRACE}-${PARENT}-01`)).toMatchObject({ traceId: TRACE, parentId: PARENT });
    // A later version may have more after it (§3.2.2).
    expect(await ask(`cc-${TRACE}-${PARENT}-01-what-comes`)).toMatchObject({ traceId: TRACE });
    for (const wrong of [
      '',
      'x',
      `ff-${TRACE}-${PARENT}-01`,
      `00-${'0'.repeat(32)}-${PARENT}-01`,
      `00-${TRACE}-${'0'.repeat(16)}-01`,
      `00-${TRACE.toUpperCase()}-${PARENT}-01`,
      `00-${TRACE}-${PARENT}-01x`,
    ])
      expect(await ask(wrong)).not.toHaveProperty('traceId');
  });

  it('says of load balancers’ questions nothing, unless asked for more', async () => {
    const { app, requests } = await createWorld('info');
    await app.inject({ url: '/health/live', headers: HOST });
    expect(requests()).toEqual([]);
    const more = await createWorld('debug');
    await more.app.inject({ url: '/health/live', headers: HOST });
    expect(more.requests()).toMatchObject([{ level: 'debug', operation: 'health.live', status: 200 }]);
  });
});
