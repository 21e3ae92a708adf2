import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { duplexPair, PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../../server/config.ts';
import { createTestApp } from '../../support/app.ts';
import type { TestApp } from '../../support/app.ts';

const LONG = 600_000;
/** For a body that begins to wait only when somebody was let in, however long that takes on a busy machine. */
const ENOUGH = 2_000;
/** Short for what a test waits for, and longer than any test for the rest. */
const SHORT: Config['timeouts'] = {
  headers: LONG,
  body: LONG,
  upload: LONG,
  keepAlive: LONG,
  idle: LONG,
  check: 10,
};

interface Line {
  send(text: string): void;
  /** All that came, once the server has closed the line. */
  closed: Promise<string>;
  /** The first answer's head. */
  answered: Promise<string>;
}

async function listening(timeouts: Partial<Config['timeouts']>): Promise<TestApp & { dial(): Line }> {
  const test = await createTestApp({ config: { timeouts: { ...SHORT, ...timeouts } } });
  await test.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = test.app.server.address() as AddressInfo;
  return {
    ...test,
    dial() {
      const socket = connect(port, '127.0.0.1');
      const closed = Promise.withResolvers<string>();
      const answered = Promise.withResolvers<string>();
      let text = '';
      socket.setEncoding('utf8').on('data', (piece) => {
        text += String(piece);
        if (text.includes('\r\n\r\n')) answered.resolve(text);
      });
      socket.on('error', () => undefined).on('close', () => closed.resolve(text));
      return { send: (piece) => socket.write(piece), closed: closed.promise, answered: answered.promise };
    },
  };
}

const head = (start: string, ...headers: string[]) =>
  [`${start} HTTP/1.1`, 'host: localhost', ...headers, '', ''].join('\r\n');
const slowBody = (path: string, type: string, ...headers: string[]) =>
  head(`POST /api/v1${path}`, `content-type: ${type}`, 'content-length: 1000', ...headers);

function problemIn(answer: string): unknown {
  const [top = '', body = ''] = answer.split('\r\n\r\n');
  expect(top.toLowerCase()).toContain('content-type: application/problem+json');
  expect(top.toLowerCase()).toContain('connection: close');
  return JSON.parse(body);
}

describe('issue 8.11: who is slow holds no line', () => {
  it('who connects and says nothing', async () => {
    const { dial } = await listening({ headers: 30 });
    expect(problemIn(await dial().closed)).toMatchObject({ status: 408, code: 'request_timeout' });
  });

  it('whose headers don’t end', async () => {
    const { dial } = await listening({ headers: 30 });
    const line = dial();
    line.send('GET /health/live HTTP/1.1\r\nhost: localhost\r\nx-more: ');
    expect(problemIn(await line.closed)).toMatchObject({ status: 408, code: 'request_timeout' });
  });

  it('whose body doesn’t come', async () => {
    const { dial } = await listening({ body: 30 });
    const line = dial();
    line.send(slowBody('/sign-in', 'application/json'));
    line.send('{"username":');
    expect(problemIn(await line.closed)).toMatchObject({ status: 408, code: 'request_timeout' });
  });

  it('whose body doesn’t come though it was answered, a large file’s too', async () => {
    const { dial } = await listening({ body: ENOUGH });
    const line = dial();
    line.send(slowBody('/users/import', 'text/csv'));
    expect(await line.closed).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('but a large file has its time, of who may send one', async () => {
    const { administrator, dial } = await listening({ body: ENOUGH });
    const token = await administrator.signIn({ stepUp: true });
    const csv = 'username,email,name\r\nzoe,zoe@example.org,Zoe\r\n';
    const upload = dial();
    const headers = [
      'content-type: text/csv',
      `content-length: ${csv.length}`,
      `authorization: Bearer ${token}`,
    ];
    upload.send(head('POST /api/v1/users/import', ...headers) + csv.slice(0, 30));
    // One that began later has lost its line by now.
    const other = dial();
    other.send(slowBody('/sign-in', 'application/json'));
    await other.closed;
    upload.send(csv.slice(30));
    expect(await upload.answered).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('but a question from within this process holds none, however long its body takes', async () => {
    const { app } = await createTestApp({ config: { timeouts: { ...SHORT, body: 1 } } });
    const body = new PassThrough();
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    const answer = app.inject({ method: 'POST', url: '/api/v1/sign-in', headers, payload: body });
    body.write('{"username":');
    const line = await listening({ body: 30 });
    const slow = line.dial();
    slow.send(slowBody('/sign-in', 'application/json'));
    await slow.closed;
    body.end('"ada"}');
    expect((await answer).statusCode).toBe(400);
  });

  it('who says nothing more after an answer', async () => {
    const { dial } = await listening({ keepAlive: 30 });
    const line = dial();
    line.send(head('GET /health/live'));
    expect(await line.closed).toMatch(/^HTTP\/1\.1 200 /);
  });
});

describe('issue 8.12: what reaches no route', () => {
  it.each([
    [
      'headers that are too large',
      head('GET /health/live', `x-large: ${'x'.repeat(20_000)}`),
      431,
      'headers_too_large',
    ],
    ['what is no HTTP', 'HELO gatehouse\r\n\r\n', 400, 'invalid_input'],
  ])('is answered as a problem: %s', async (_what, text, status, code) => {
    const { dial } = await listening({});
    const line = dial();
    line.send(text);
    expect(problemIn(await line.closed)).toMatchObject({ status, code });
  });
});

it('what is no HTTP is answered on any stream that the server was handed', async () => {
  const { app } = await createTestApp();
  await app.ready();
  const [ours, theirs] = duplexPair();
  app.server.emit('connection', theirs);
  ours.write('HELO gatehouse\r\n\r\n');
  let answer = '';
  for await (const piece of ours) answer += String(piece);
  expect(problemIn(answer)).toMatchObject({ status: 400, code: 'invalid_input' });
});

describe('issue 8.11: the OpenAPI document', () => {
  it('is written once, is known by its ETag, and takes nothing of an address’s limit', async () => {
    const { app } = await createTestApp({ config: { addressLimit: 3 } });
    const remoteAddress = '192.0.2.5';
    const get = (headers: Record<string, string> = {}) =>
      app.inject({ url: '/api/openapi.json', remoteAddress, headers: { host: 'localhost', ...headers } });
    const first = await get();
    const etag = String(first.headers.etag);
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get({ 'if-none-match': held });
      expect([held, again.statusCode, again.body, again.headers.etag]).toEqual([held, 304, '', etag]);
    }
    const other = await get({ 'if-none-match': '"other"' });
    expect([other.statusCode, other.body]).toEqual([200, first.body]);
    const copy = await app.inject({ url: '/api/docs/json', headers: { host: 'localhost' } });
    expect([copy.statusCode, copy.headers.location]).toEqual([302, '/api/openapi.json']);
    const headers = { host: 'localhost' };
    const options = await app.inject({ url: '/api/v1/sign-in/options', remoteAddress, headers });
    expect(options.statusCode).toBe(200);
  });
});
