/** The server of `npm run dev`: it serves the sample organisation, and starts anew when its code changes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { nodePath, root } from '../lib/shell.mjs';

/** Time to close the database in; it bears being killed, and whoever waits for the new code shouldn't. */
const PATIENCE_MS = 1000;

/** @param {number} port where it listens, on this machine only */
export function createDevServer(port) {
  // Outlives every restart, so that whoever is signed in stays signed in.
  const data = mkdtempSync(join(tmpdir(), 'gatehouse-dev-'));
  const place = ['--data', data, '--host', '127.0.0.1', '--port', String(port)];
  /** @type {Running | undefined} */
  let running;
  let address = '';
  let ended = false;
  /** @type {(value: Promise<void>) => void} */
  let begin = () => undefined;
  /** @type {Promise<void>} */
  let ready = new Promise((resolve) => (begin = resolve));

  async function startAnew() {
    const old = running;
    running = undefined;
    await old?.stop();
    if (ended) return;
    running = run(['serve', ...place], address);
    await running.ready;
  }

  return {
    /**
     * Makes the sample and begins to serve it.
     * @param {string} pageAddress where people find the page: mails link there
     * @returns {Promise<string>} who can sign in, with passwords and keys, as `gatehouse sample` tells it
     */
    async start(pageAddress) {
      address = pageAddress;
      const sample = run(['sample', ...place], address);
      running = sample;
      begin(sample.ready.then(startAnew));
      await ready;
      return sample.said();
    },
    /**
     * One start at a time: a change while it starts is another one, after that.
     * @returns {Promise<void>} as `ready`
     */
    restart() {
      ready = ready.then(startAnew, startAnew);
      ready.catch(() => undefined);
      return ready;
    },
    /** @returns {Promise<void>} resolves once it answers with the newest code, rejects where that does not start */
    ready: () => ready,
    async stop() {
      ended = true;
      await running?.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** @typedef {{ ready: Promise<void>, said: () => string, stop: () => Promise<void> }} Running */

/**
 * @param {string[]} command of the server's command line
 * @param {string} pageAddress mails link there
 * @returns {Running}
 */
function run(command, pageAddress) {
  const child = spawn(nodePath(), ['server/cli.ts', ...command], {
    cwd: root,
    env: {
      ...process.env,
      GATEHOUSE_PUBLIC_URL: pageAddress,
      NODE_COMPILE_CACHE: join(root, 'out', 'compiled'),
      NODE_NO_WARNINGS: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {string[]} */
  const lines = [];
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => child.once('close', () => resolve()));
  const kill = () => child.kill('SIGKILL');
  // However this process ends, its server does not outlive it.
  process.once('exit', kill);
  void closed.then(() => process.off('exit', kill));
  /** @type {Promise<void>} */
  const ready = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('Gatehouse is ready at ')) resolve();
      else lines.push(line);
    });
    child.once('error', reject);
    void closed.then(() => reject(new Error('The server ended before it was ready.')));
  });
  ready.catch(() => undefined);
  return {
    ready,
    said: () => lines.join('\n'),
    async stop() {
      const killer = setTimeout(kill, PATIENCE_MS);
      child.kill('SIGTERM');
      await closed;
      clearTimeout(killer);
    },
  };
}
