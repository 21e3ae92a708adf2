import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../server/log.ts';
import { startServer } from '../../../server/main.ts';
import { startTracing } from '../../../server/tracing.ts';
import { createTestApp, PASSWORD } from '../../support/app.ts';

interface SentSpan {
  name: string;
  traceId: string;
  parentSpanId?: string;
  kind: number;
  status: { code?: number };
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
}

interface Sent {
  resourceSpans: {
    resource: { attributes: SentSpan['attributes'] };
    scopeSpans: { spans: SentSpan[] }[];
  }[];
}

/** A collector that takes OTLP over HTTP, as JSON. */
async function startCollector(status = 200) {
  const batches: Sent[] = [];
  const server = createServer((request, response) => {
    void json(request).then((batch) => {
      if (request.url === '/v1/traces' && request.method === 'POST') batches.push(batch as Sent);
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` },
    batches,
    spans: () =>
      batches
        .flatMap(({ resourceSpans }) => resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
  };
}

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

/** The library reads its address from the process's own environment. */
async function tracingTo(env: Record<string, string>, lines: string[] = []) {
  for (const [name, value] of Object.entries(env)) process.env[name] = value;
  onTestFinished(() => {
    for (const name of Object.keys(env)) Reflect.deleteProperty(process.env, name);
  });
  const log = createLog('warn', { write: (line) => void lines.push(line) });
  const tracing = await startTracing(process.env, { log, now: Date.now });
  if (!tracing) throw new Error('Nothing is traced.');
  return tracing;
}

it('16.6: each request is a span, named by its operation, in the trace of its caller, and tells nothing of anybody', async () => {
  const { env, spans, batches } = await startCollector();
  const tracing = await tracingTo(env);
  const { call, app, person } = await createTestApp({ tracing });
  await person({ username: 'jo', mfa: false });
  const known = await call('signIn.start', { username: 'jo', password: PASSWORD });
  const from = (flags: string) => ({ traceparent: `00-${TRACE}-${PARENT}-${flags}` });
  await call('me.get', {}, { token: 'no-such-token', headers: from('01') });
  await call('policy.get', {}, { headers: from('00') });
  await app.inject({ url: '/health/ready', headers: { host: 'localhost' } });
  await tracing.close();

  const [signIn] = spans()
    .filter(({ name }) => name === 'signIn.start')
    .slice(-1);
  expect(
    Object.fromEntries(
      signIn?.attributes.map(({ key, value }) => [key, value.stringValue ?? value.intValue]) ?? [],
    ),
  ).toEqual({
    'http.request.method': 'POST',
    'http.response.status_code': 200,
    'gatehouse.operation': 'signIn.start',
    'gatehouse.request_id': known.headers['x-request-id'],
  });
  const [asked] = spans().filter(({ name }) => name === 'me.get');
  expect(asked).toMatchObject({ traceId: TRACE, parentSpanId: PARENT, kind: 2 });
  // Its caller doesn't keep that trace; and monitoring asks all the time.
  expect(spans().filter(({ name }) => name === 'policy.get' || name.startsWith('health.'))).toEqual([]);
  const all = JSON.stringify(batches);
  for (const secret of ['jo', PASSWORD, 'no-such-token', '127.0.0.1', '/api/'])
    expect(all).not.toContain(`"${secret}`);
  expect(batches[0]?.resourceSpans[0]?.resource.attributes).toContainEqual({
    key: 'service.name',
    value: { stringValue: 'gatehouse' },
  });
});

it('16.6: a collector that refuses changes nothing for whoever asks, and is told once', async () => {
  const { env } = await startCollector(400);
  const lines: string[] = [];
  const tracing = await tracingTo(env, lines);
  const { call } = await createTestApp({ tracing });
  for (let n = 0; n < 3; n += 1) expect((await call('signIn.options', {})).status).toBe(200);
  await tracing.close();
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['traces are not taken']);
});

it('S-118 an address of traces that is none ends the start before anything is made', async () => {
  process.env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] = 'collector:4318';
  onTestFinished(() => void Reflect.deleteProperty(process.env, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'));
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-traces-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await expect(startServer({ dataDir: join(folder, 'new') })).rejects.toThrow(
    /^OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be an address/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

it('16.6: nothing is traced unless told where to, and an address that is none ends the start with its name', async () => {
  const deps = { log: createLog('warn'), now: Date.now };
  expect(await startTracing({}, deps)).toBeNull();
  expect(
    await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c', OTEL_SDK_DISABLED: 'true' }, deps),
  ).toBeNull();
  for (const odd of ['collector:4318', 'ftp://collector', 'no', '//collector'])
    await expect(startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: odd }, deps)).rejects.toThrow(
      /^OTEL_EXPORTER_OTLP_ENDPOINT must be an address/,
    );
});
