import { once } from 'node:events';
import type { EventEmitter } from 'node:events';
import { connect } from 'node:http2';
import type { ClientHttp2Session, IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import type { Config } from '../../../server/config.ts';
import { ALWAYS_SERVING } from '../../../server/serving.ts';
import type { Serving } from '../../../server/serving.ts';
import { createTestApp } from '../../support/app.ts';
import { makeCertificate } from '../../support/certificate.ts';

const LONG = 600_000;
/** Short for what a test waits for, and longer than any test for the rest. */
const PATIENT: Config['timeouts'] = {
  headers: LONG,
  body: LONG,
  upload: LONG,
  keepAlive: LONG,
  idle: LONG,
  check: 10,
};
const { key, cert } = makeCertificate('localhost');
const EVENTS = '/api/v1/events';

const sessions = new Set<ClientHttp2Session>();
afterEach(() => {
  sessions.forEach((session) => session.destroy());
  sessions.clear();
});

/** The server with TLS of its own, on a port. */
async function secured(timeouts: Partial<Config['timeouts']> = {}, serving: Serving = ALWAYS_SERVING) {
  const app = await createTestApp({
    config: { tls: { cert, key }, timeouts: { ...PATIENT, ...timeouts } },
    serving,
    keep: true,
  });
  await app.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.app.server.address() as AddressInfo;
  return {
    ...app,
    port,
    dial() {
      const session = connect(`https://localhost:${port}`, {
        ca: cert,
        createConnection: () =>
          connectTls({ host: '127.0.0.1', port, servername: 'localhost', ca: cert, ALPNProtocols: ['h2'] }),
      });
      sessions.add(session);
      return session;
    },
  };
}

interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One request by HTTP/2; `body` unended is one that never comes whole. */
function ask(
  session: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
  { body, ends = true }: { body?: string; ends?: boolean } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const stream = session.request(headers, { endStream: body === undefined });
    let text = '';
    let head: IncomingHttpHeaders & { ':status'?: number } = {};
    stream.setEncoding('utf8');
    stream.on('response', (answer) => (head = answer));
    stream.on('data', (piece) => (text += String(piece)));
    stream.on('end', () => resolve({ status: head[':status'] ?? 0, headers: head, body: text }));
    stream.on('error', reject);
    if (body === undefined) return;
    if (ends) stream.end(body);
    else stream.write(body);
  });
}

test('8.E2 TLS of its own answers HTTP/2, and HTTP/1.1 to who speaks that', async () => {
  const { dial, port, close } = await secured();
  const session = dial();
  const second = await ask(session, { ':path': '/health/live' });
  expect([session.alpnProtocol, second.status, second.body]).toEqual(['h2', 200, '{"status":"ok"}']);
  expect(second.headers['strict-transport-security']).toContain('max-age=');
  const first = await new Promise<IncomingMessage>((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path: '/health/live', servername: 'localhost', ca: cert, agent: false },
      resolve,
    )
      .on('error', reject)
      .end();
  });
  expect([first.httpVersion, first.statusCode]).toEqual(['1.1', 200]);
  await first.toArray();
  await close();
});

test('8.E2 by HTTP/2 people sign in with a cookie of their own site only, and by a name of the server only', async () => {
  const { dial, port, administrator, close } = await secured();
  const session = dial();
  const post = { ':method': 'POST', ':path': '/api/v1/sign-in', 'content-type': 'application/json' };
  const body = JSON.stringify({ username: administrator.username, password: 'wrong wrong wrong' });
  const own = await ask(session, { ...post, origin: `https://localhost:${port}` }, { body });
  expect(JSON.parse(own.body)).toMatchObject({ status: 401, code: 'invalid_credentials' });
  const foreign = await ask(session, { ...post, origin: 'https://evil.example' }, { body });
  expect(JSON.parse(foreign.body)).toMatchObject({ status: 403, code: 'origin_refused' });
  const rebound = await ask(session, { ':path': '/health/live', ':authority': 'evil.example' });
  expect(JSON.parse(rebound.body)).toMatchObject({ code: 'host_refused' });
  await close();
});

test('8.E2 by HTTP/2 eight live streams and a call share one connection, and a server that closes ends them', async () => {
  const { dial, administrator, deps, close } = await secured();
  const session = dial();
  const authorization = `Bearer ${await administrator.signIn()}`;
  const streams = Array.from({ length: 8 }, () => {
    const stream = session.request({ ':path': EVENTS, authorization });
    const heard = Promise.withResolvers<string>();
    const ended = new Promise((resolve) => stream.on('close', resolve));
    let text = '';
    stream.setEncoding('utf8').on('data', (piece) => {
      text += String(piece);
      if (text.includes('"kind":"users"')) heard.resolve(text);
    });
    const stands = new Promise((resolve) => stream.once('data', resolve));
    return { stands, heard: heard.promise, ended };
  });
  await Promise.all(streams.map(({ stands }) => stands));
  const ninth = await ask(session, { ':path': EVENTS, authorization });
  expect([ninth.status, ninth.headers['retry-after']]).toEqual([429, '30']);
  expect((await ask(session, { ':path': '/api/v1/me', authorization })).status).toBe(200);
  deps.events.publish({ kind: 'users' });
  await Promise.all(streams.map(({ heard }) => heard));
  await close();
  await Promise.all(streams.map(({ ended }) => ended));
  expect(session.closed).toBe(true);
});

test('8.11 by HTTP/2 a body that doesn’t come is refused, and the rest of its connection goes on', async () => {
  const { dial, app, close } = await secured({ body: 2_000 });
  const session = dial();
  let open = 0;
  app.server.on('stream', (stream: EventEmitter) => {
    open += 1;
    stream.once('close', () => (open -= 1));
  });
  const head = { ':method': 'POST', 'content-type': 'application/json' };
  const late = await ask(session, { ...head, ':path': '/api/v1/sign-in' }, { body: '{"user', ends: false });
  expect(JSON.parse(late.body)).toMatchObject({ status: 408, code: 'request_timeout' });
  const answered = await ask(
    session,
    { ...head, 'content-type': 'text/csv', ':path': '/api/v1/users/import' },
    { body: 'username', ends: false },
  );
  expect(answered.status).toBe(401);
  await expect.poll(() => open).toBe(0);
  expect((await ask(session, { ':path': '/health/live' })).status).toBe(200);
  await close();
});

test('8.11 by HTTP/2 a connection on which nothing is asked is closed', async () => {
  const { dial, close } = await secured({ keepAlive: 1_000 });
  const session = dial();
  await ask(session, { ':path': '/health/live' });
  await new Promise((resolve) => session.on('close', resolve));
  expect(session.destroyed).toBe(true);
  await close();
});

test('10.C12 by HTTP/2 a server that is told to stop answers, and asks for a new connection', async () => {
  let isLeaving = false;
  const { dial, close } = await secured({}, { ...ALWAYS_SERVING, isLeaving: () => isLeaving });
  const session = dial();
  expect((await ask(session, { ':path': '/health/live' })).status).toBe(200);
  expect(session.closed).toBe(false);
  isLeaving = true;
  const gone = new Promise((resolve) => session.on('close', resolve));
  const last = await ask(session, { ':path': '/health/live' });
  expect([last.status, last.headers.connection]).toEqual([200, undefined]);
  await gone;
  await close();
});

test.each([
  ['no headers', { headers: 500 }, '', 408, 'request_timeout'],
  [
    'headers that are too large',
    {},
    `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}`,
    431,
    'headers_too_large',
  ],
] as const)(
  '8.12 by HTTP/1.1 over TLS of its own %s are a problem, too',
  async (_, timeouts, text, status, code) => {
    const { port, close } = await secured(timeouts);
    const socket = connectTls({
      host: '127.0.0.1',
      port,
      servername: 'localhost',
      ca: cert,
      ALPNProtocols: ['http/1.1'],
    });
    socket.write(text);
    const answer = Buffer.concat(await socket.toArray()).toString();
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, code });
    await close();
  },
);

test('by TLS what a browser keeps at hand and asked nothing by doesn’t keep a server from ending', async () => {
  const { dial, port, close } = await secured();
  const socket = connectTls({ host: '127.0.0.1', port, servername: 'localhost', ca: cert });
  const closed = once(socket.resume(), 'close');
  await once(socket, 'secureConnect');
  // The server has that connection, too.
  expect((await ask(dial(), { ':path': '/health/live' })).status).toBe(200);
  await Promise.all([close(), closed]);
});
