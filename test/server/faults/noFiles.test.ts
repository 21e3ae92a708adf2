import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { foundAndSignIn } from '../../operators/support/book.ts';
import { serve } from '../../support/gatehouse.ts';
import type { Serving } from '../../support/gatehouse.ts';

const WAIT = { timeout: 30_000, interval: 100 };
const FILES = 128;
const TOLD = 'This server has as many connections open as it can hold. Try again in a moment.';

async function organisation(): Promise<{ server: Serving; token: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const args = ['--data', folder];
  const started = Promise.withResolvers<Serving>();
  const token = await foundAndSignIn(args, {}, async () => {
    started.resolve(
      await serve([...args, '--address-limit', '100000'], {}, 'serve', [
        'prlimit',
        `--nofile=${FILES}:${FILES}`,
      ]),
    );
    return (await started.promise).address;
  });
  const server = await started.promise;
  onTestFinished(() => server.kill());
  return { server, token };
}

interface Answer {
  status: number;
  detail: string;
}

/** By a connection of its own, or by one that is kept. Status 0 where the connection was closed without an answer. */
function get(
  server: Serving,
  path: string,
  { agent, token }: { agent?: Agent; token?: string } = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const asked = request(
      server.address + path,
      { agent: agent ?? false, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } },
      (answer) => {
        let text = '';
        answer.on('data', (piece) => (text += String(piece)));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            detail: (JSON.parse(text) as { detail?: string }).detail ?? '',
          }),
        );
      },
    );
    asked.on('error', () => resolve({ status: 0, detail: '' }));
    asked.end();
  });
}

const openFiles = ({ pid }: Serving) => readdirSync(`/proc/${pid}/fd`).length;

it(
  'S-91 whoever takes all connections keeps nobody out who is there, and others are told',
  { timeout: 120_000 },
  async () => {
    const { server, token } = await organisation();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const kept = () => get(server, '/api/v1/users?search=a', { agent, token });
    expect((await kept()).status).toBe(200);

    const { hostname, port } = new URL(server.address);
    const idle: Socket[] = [];
    const fresh: Answer[] = [];
    for (let n = 0; n < FILES * 2; n += 1) {
      const socket = connect(Number(port), hostname).on('error', () => undefined);
      idle.push(socket);
      await new Promise((resolve) => socket.once('connect', resolve).once('close', resolve));
      fresh.push(await get(server, '/health/ready'));
    }
    const told = fresh.filter(({ status }) => status === 503);
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.detail.startsWith(TOLD)).toBe(true);
    expect(fresh.at(-1)?.status).not.toBe(200);
    expect(openFiles(server)).toBeLessThan(FILES);
    // A search opens a thread and a file; whoever was there is served all the same.
    expect((await kept()).status).toBe(200);
    expect((await get(server, '/health/ready', { agent })).status).toBe(503);

    for (const socket of idle) socket.destroy();
    await expect.poll(async () => (await get(server, '/health/ready')).status, WAIT).toBe(200);
    agent.destroy();
    expect(await server.stop()).toBe(0);
  },
);

it(
  'S-91 a server whose files are all taken goes on with what it has, and with all once there are some',
  { timeout: 120_000 },
  async () => {
    const { server, token } = await organisation();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const me = () => get(server, '/api/v1/me', { agent, token });
    expect((await me()).status).toBe(200);
    const limit = (files: number) =>
      execFileSync('prlimit', ['--pid', String(server.pid), `--nofile=${files}:${FILES}`]);
    limit(openFiles(server));
    // Needs a file that it can't have.
    const search = await get(server, '/api/v1/users?search=a', { agent, token });
    expect([search.status, search.detail !== '']).toEqual([503, true]);
    expect((await me()).status).toBe(200);
    await get(server, '/health/live');
    expect((await me()).status).toBe(200);

    limit(FILES);
    await expect
      .poll(async () => (await get(server, '/api/v1/users?search=a', { agent, token })).status, WAIT)
      .toBe(200);
    expect((await get(server, '/health/ready')).status).toBe(200);
    agent.destroy();
    expect(await server.stop()).toBe(0);
  },
);
