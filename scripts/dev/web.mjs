/** `npm run dev`: the page by vite, the API by the server behind it, both at one address. */
import { randomBytes } from 'node:crypto';
import { join, sep } from 'node:path';
import { createServer } from 'vite';
import { root, say } from '../lib/shell.mjs';
import { awaitServer, SERVED, servePage, withNonce } from './page.mjs';
import { freePort, HOST } from './ports.mjs';
import { createDevServer } from './server.mjs';

const PAGE_PORT = 8471;
/** What the server is made of. */
const SOURCES = ['server', 'contract', 'resources'].map((folder) => join(root, folder));

/**
 * @param {Promise<void>} told resolves when it is to end
 * @returns {Promise<number>} the exit code
 */
export async function runWeb(told) {
  const port = await freePort();
  const api = `http://${HOST}:${port}`;
  const nonce = randomBytes(16).toString('base64');
  const server = createDevServer(port);

  const vite = await createServer({
    configFile: join(root, 'vite', 'renderer.config.ts'),
    mode: 'web',
    appType: 'custom',
    cacheDir: join(root, 'out', 'vite', 'web'),
    html: { cspNonce: nonce },
    plugins: [
      awaitServer(server.ready),
      servePage({
        shell: 'web',
        async headers() {
          await server.ready();
          const { headers } = await fetch(`${api}/health/live`);
          const policy = headers.get('content-security-policy') ?? '';
          return { 'content-security-policy': withNonce(policy, nonce), 'referrer-policy': 'no-referrer' };
        },
      }),
    ],
    server: {
      host: HOST,
      port: Number(process.env['GATEHOUSE_DEV_PORT'] ?? PAGE_PORT),
      // Host and Origin go on as the browser sent them: the server compares the two.
      proxy: Object.fromEntries(SERVED.map((path) => [path, { target: api, changeOrigin: false }])),
      cors: false,
      warmup: { clientFiles: ['main.web.tsx'] },
    },
  });
  await vite.listen();
  const pageAddress = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  watch(vite.watcher, server);
  server.start(pageAddress).then(
    (accounts) => {
      console.log(accounts);
      say(`ready at ${pageAddress}`);
    },
    () => say('the server does not start; it is tried again at the next change'),
  );
  await told;
  // Of vite nothing outlives this process; to wait until it has closed each connection would be to wait for browsers.
  await server.stop();
  return 0;
}

/**
 * @param {import('vite').ViteDevServer['watcher']} watcher
 * @param {ReturnType<typeof createDevServer>} server
 */
function watch(watcher, server) {
  watcher.add(SOURCES);
  /** @type {NodeJS.Timeout | undefined} */
  let soon;
  watcher.on('all', (_event, path) => {
    if (!SOURCES.some((folder) => path.startsWith(folder + sep))) return;
    // An editor that saves several files saves them within this time.
    clearTimeout(soon);
    soon = setTimeout(() => void restart(), 50);
  });
  async function restart() {
    const startedAt = Date.now();
    await server.restart().then(
      () => say(`the server runs its new code after ${((Date.now() - startedAt) / 1000).toFixed(1)} s`),
      () => say('the server does not start with this; it is tried again at the next change'),
    );
  }
}
