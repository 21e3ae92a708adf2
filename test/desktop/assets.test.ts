import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFromFiles, assetPath } from '../../electron/main/window/assets.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/main/window/headers.ts';

let folder: string;
let root: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-assets-'));
  root = join(folder, 'page');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<title>Gatehouse</title>');
  writeFileSync(join(root, 'assets', 'a.js'), 'export {}');
  writeFileSync(join(folder, 'settings.json'), '{}');
  mkdirSync(join(folder, 'page-other'));
  writeFileSync(join(folder, 'page-other', 'x.js'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET') => answerFromFiles(root, { method, url });

it('serves a file with its type and the policy', async () => {
  const answer = await get('app://gatehouse/assets/a.js');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

it.each(['app://gatehouse/', 'app://gatehouse/reset-requests/019a', 'app://gatehouse/users?state=on#top'])(
  'serves the page for the route %s',
  async (url) => {
    expect(await (await get(url)).text()).toContain('Gatehouse');
  },
);

it.each([
  ['app://gatehouse/assets/missing.js', 404],
  ['app://elsewhere/index.html', 404],
  ['app://gatehouse/..%2fsettings.json', 404],
  ['app://gatehouse/assets/..%2f..%2fsettings.json', 404],
  ['app://gatehouse/..%2fpage-other%2fx.js', 404],
  ['app://gatehouse/assets%5c..%5c..%5csettings.json', 404],
  ['app://gatehouse/a%00.js', 404],
  ['app://gatehouse/%zz.js', 404],
])('serves nothing for %s', async (url, status) => {
  expect((await get(url)).status).toBe(status);
});

it('takes no writes', async () => {
  expect((await get('app://gatehouse/', 'POST')).status).toBe(405);
});

it('stays below its folder', () => {
  expect(assetPath(root, 'app://gatehouse/../../etc/passwd.txt')).toBe(join(root, 'etc', 'passwd.txt'));
});

it('S-70: the policy is without unsafe-* and lets nothing in but what came with the app', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-|\*|https?:|blob:/);
  expect(CONTENT_SECURITY_POLICY).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; /);
});
