/** `npm run dev -- desktop`: the page by vite inside the app; main process, preload and local server built and started anew. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { findElectron, windowObstacle } from '../lib/electron.mjs';
import { nodePath, root, say } from '../lib/shell.mjs';
import { freePort, HOST } from './ports.mjs';
import { servePage } from './page.mjs';

/** Time to close the local server's database in. */
const PATIENCE_MS = 8000;

/**
 * @param {Promise<void>} told resolves when it is to end
 * @returns {Promise<number>} the exit code; 1 where there can be no window, with a line that says why
 */
export async function runDesktop(told) {
  const obstacle = windowObstacle();
  const electron = obstacle === undefined ? findElectron() : { kind: 'none', reason: obstacle };
  if ('reason' in electron) {
    say(`no desktop app: ${electron.reason}. npm run dev has the same console in a browser`);
    return 1;
  }
  const port = await freePort();
  const nonce = randomBytes(16).toString('base64');
  const vite = await createServer({
    configFile: join(root, 'vite', 'renderer.config.ts'),
    mode: 'desktop',
    appType: 'custom',
    cacheDir: join(root, 'out', 'vite', 'desktop'),
    html: { cspNonce: nonce },
    plugins: [servePage({ shell: 'desktop', headers: async () => ({}) })],
    server: {
      host: HOST,
      port,
      strictPort: true,
      cors: false,
      // The page's own address is app://gatehouse.
      hmr: { protocol: 'ws', host: HOST, clientPort: port },
    },
  });
  await vite.listen();
  const app = createDevApp({ GATEHOUSE_DEV_PAGE: `http://${HOST}:${port}`, GATEHOUSE_DEV_NONCE: nonce });
  // What stands in out/ afterwards is no build to start or pack.
  rmSync(join(root, 'out', 'built'), { force: true });
  await watchBundles(() => app.restart());
  await Promise.race([told, app.closed]);
  await app.stop();
  return 0;
}

/** @param {() => void} onBuilt once all are there, and at each change after */
async function watchBundles(onBuilt) {
  const configs = ['node', 'preload'];
  /** @type {Set<string>} */
  const built = new Set();
  for (const config of configs) {
    const configFile = join(root, 'vite', `${config}.config.ts`);
    const watcher = await build({ configFile, build: { minify: false, watch: {} } });
    if (!('on' in watcher)) throw new Error('vite does not watch.');
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(event.error.message);
      if (event.code !== 'END') return;
      built.add(config);
      if (built.size === configs.length) onBuilt();
    });
  }
}

/** @param {Record<string, string>} environment */
function createDevApp(environment) {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child;
  let starting = Promise.resolve();
  /** @type {() => void} */
  let quit = () => undefined;
  /** @type {Promise<void>} the person quit the app */
  const closed = new Promise((resolve) => (quit = resolve));

  function start() {
    const own = spawn(
      nodePath(),
      ['node_modules/electron/cli.js', `--user-data-dir=${join(root, 'out', 'dev', 'desktop')}`, '.'],
      { cwd: root, env: { ...process.env, ...environment }, stdio: 'inherit' },
    );
    own.once('close', () => own === child && quit());
    child = own;
  }

  /** @returns {Promise<void>} */
  function stop() {
    const leaving = child;
    child = undefined;
    if (leaving?.exitCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      const killer = setTimeout(() => leaving.kill('SIGKILL'), PATIENCE_MS);
      leaving.once('close', () => {
        clearTimeout(killer);
        resolve();
      });
      leaving.kill('SIGTERM');
    });
  }

  return {
    closed,
    stop,
    restart() {
      starting = starting.then(stop).then(start);
    },
  };
}
