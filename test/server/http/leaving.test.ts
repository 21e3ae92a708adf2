import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { sentence } from '../../../contract/words/sentence.ts';
import { startServer } from '../../../server/main.ts';
import { ALWAYS_SERVING } from '../../../server/serving.ts';
import { createTestApp } from '../../support/app.ts';

it('10.C12 a server that is told to stop says that it is not ready, and goes on for a while', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-leaving-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const server = await startServer({ dataDir, drainSeconds: 1 });
  expect((await fetch(`${server.address}/health/ready`)).status).toBe(200);

  const startedAt = performance.now();
  const closed = server.close();
  const ready = await fetch(`${server.address}/health/ready`);
  expect(ready.status).toBe(503);
  expect(Number(ready.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await ready.json()).toMatchObject({ code: 'unavailable' });
  const answer = await fetch(`${server.address}/api/v1/setup`);
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  await closed;
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
  await expect(fetch(`${server.address}/health/live`)).rejects.toThrow(/fetch failed/);
});

it('10.C12 what comes when it ends is refused as a problem that says when to try again', async () => {
  let isClosing = false;
  const { app } = await createTestApp({
    serving: {
      ...ALWAYS_SERVING,
      isLeaving: () => isClosing,
      refusal: () => Promise.resolve(isClosing ? sentence('answers/http', 'leaving') : null),
    },
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  let answers = '';
  await once(socket, 'connect');
  socket.on('data', (chunk: Buffer) => (answers += chunk.toString()));
  // A request that is under way when the end begins.
  socket.write('GET /api/v1/sign-in/options HTTP/1.1\r\n');
  await fetch(`http://127.0.0.1:${socket.remotePort}/health/live`, { headers: { connection: 'close' } });
  isClosing = true;
  const closed = app.close();
  socket.write('host: localhost\r\n\r\n');
  await Promise.all([closed, once(socket, 'close')]);
  expect(answers).toMatch(/^HTTP\/1\.1 503/);
  expect(answers).toMatch(/^content-type: application\/problem\+json/im);
  expect(answers).toMatch(/^retry-after: [1-9]/im);
  expect(answers).toMatch(/^connection: close/im);
});

it('what a browser keeps at hand and asked nothing by doesn’t keep a server from ending', async () => {
  const { app } = await createTestApp();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  const closed = once(socket.resume(), 'close');
  await once(socket, 'connect');
  // The server has that connection, too.
  await fetch(`http://127.0.0.1:${socket.remotePort}/health/live`, { headers: { connection: 'close' } });
  await Promise.all([app.close(), closed]);
  expect(socket.bytesRead).toBe(0);
});
