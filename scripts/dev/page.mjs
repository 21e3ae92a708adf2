/** What vite's dev server lacks for our pages: they are named for their shell, and keep the server's security policy. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/shell.mjs';

/** What the server answers itself. */
export const SERVED = ['/api', '/health', '/metrics'];

/** @param {string} url */
const isServed = (url) => SERVED.some((path) => url === path || url.startsWith(`${path}/`));

/**
 * The page at every address that is neither the server's nor a file's, as the server does it in production.
 * @param {{ shell: 'web' | 'desktop', headers: () => Promise<Record<string, string>> }} options `headers` go with the page
 * @returns {import('vite').Plugin}
 */
export function servePage({ shell, headers }) {
  return {
    name: 'gatehouse:serve-page',
    configureServer(vite) {
      /** @param {import('node:http').ServerResponse} response */
      async function answer(response) {
        const html = readFileSync(join(root, 'renderer', `index.${shell}.html`), 'utf8');
        // Its files lie beside it, whatever the address that shows it.
        const page = await vite.transformIndexHtml('/index.html', html.replaceAll('="./', '="/'));
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(await headers()) });
        response.end(page);
      }
      vite.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://page');
        const isPage = request.method === 'GET' && !/\.\w+$|^\/[@_]|^\/node_modules\//.test(pathname);
        if (!isPage || isServed(pathname)) return next();
        answer(response).catch(next);
      });
    },
  };
}

/**
 * Holds requests for the server while it starts anew, so that a page never sees it gone.
 * @param {() => Promise<void>} ready rejects where it doesn't start
 * @returns {import('vite').Plugin}
 */
export function awaitServer(ready) {
  return {
    name: 'gatehouse:await-server',
    configureServer(vite) {
      vite.middlewares.use((request, response, next) => {
        if (!isServed(request.url?.split('?')[0] ?? '')) return next();
        ready().then(
          () => next(),
          () => {
            response.writeHead(503, { 'content-type': 'text/plain' });
            response.end('The server did not start: the terminal of npm run dev says why.\n');
          },
        );
      });
    },
  };
}

/**
 * SECURITY: the page's policy but for what vite does inside it: one inline script, and style elements. No 'unsafe-inline',
 * so that what production would refuse is refused here too.
 * @param {string} policy
 * @param {string} nonce
 */
export const withNonce = (policy, nonce) =>
  policy.replaceAll(/(script|style)-src 'self'/g, `$& 'nonce-${nonce}'`);
