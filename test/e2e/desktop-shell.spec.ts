/**
 * S-70: the 20 items of Electron's security checklist, by number, on the built app; S-71. What needs Electron's own binary, fuses (19),
 * asar integrity and the native ABI, is read back from a packaged app on a release machine; here only its configuration is.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { GatehouseBridge } from '../../contract/ipc.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/main/window/headers.ts';
import { ask, emptyFolder, launch, type Desktop } from './support/desktop.ts';

type Bridged = Window & { gatehouse: GatehouseBridge };

// The app under test is `.`, whatever folder that is.
const root = process.cwd();
// Starting the app takes seconds, and these tests leave it as it was: they share one run.
let desktop: Desktop;
test.beforeAll(async () => {
  desktop = await launch(emptyFolder());
});
test.afterAll(async () => {
  await desktop.app.close();
  rmSync(desktop.userData, { recursive: true, force: true });
});

const mainBundle = () => readFileSync(join(root, 'out', 'main', 'index.js'), 'utf8');

test('S-70 item 1 and 18: the page comes from app://gatehouse, never from a file or the net', async () => {
  const url = await desktop.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
  );
  expect(url).toMatch(/^app:\/\/gatehouse\//);
  expect(mainBundle()).not.toMatch(/loadFile|file:\/\//);
});

test('S-70 items 2, 3, 4, 20: the page has the bridge and nothing of Node or Electron', async () => {
  const seen = await desktop.page.evaluate(() => {
    const { gatehouse } = window as unknown as Bridged;
    const stop: unknown = gatehouse.subscribe(() => undefined)();
    return {
      globals: [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
        '__dirname',
      ].filter((name) => name in window),
      bridge: Object.keys(gatehouse).toSorted(),
      stop,
    };
  });
  expect(seen).toEqual({ globals: [], bridge: ['call', 'desktop', 'subscribe'], stop: undefined });
});

test('S-70 items 2, 3, 4, 6, 8, 9, 10, 11, 12: the window is made with the safe settings, spelled out', () => {
  const bundle = mainBundle();
  for (const setting of [
    'sandbox: true',
    'contextIsolation: true',
    'nodeIntegration: false',
    'webSecurity: true',
    'webviewTag: false',
  ]) {
    expect(bundle).toContain(setting);
  }
  expect(bundle).toContain('allowRunningInsecureContent: false');
  expect(bundle).toContain('experimentalFeatures: false');
  expect(bundle).toContain('.enableSandbox()');
  expect(bundle).toContain('will-attach-webview');
  expect(bundle).not.toMatch(
    /enableBlinkFeatures|allowpopups|disable-web-security|ignore-certificate-errors|no-sandbox/,
  );
});

test('S-70 item 5: every permission is refused', async () => {
  const answers = await desktop.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: unknown) => (error instanceof DOMException ? error.name : 'failed'),
    ),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'),
      ),
    ),
  }));
  expect(answers).toEqual({ notifications: 'denied', camera: 'NotAllowedError', place: 'denied' });
});

test('S-70 item 7: the policy is on every answer, and holds', async () => {
  const policies = await desktop.app.evaluate(async ({ net }) => {
    const paths = ['', 'users', 'missing.js'];
    return Promise.all(
      paths.map(async (path) =>
        (await net.fetch(`app://gatehouse/${path}`)).headers.get('content-security-policy'),
      ),
    );
  });
  expect(policies).toEqual([CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY]);

  // Resolves once each of the five attempts was reported as a violation; a permitted one would leave it waiting.
  const ranInline = await desktop.page.evaluate(async () => {
    const missing = new Set(['connect-src', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']);
    const reported = new Promise<void>((resolve) =>
      document.addEventListener('securitypolicyviolation', (event) => {
        missing.delete(event.effectiveDirective);
        if (missing.size === 0) resolve();
      }),
    );
    const add = (tag: string, fields: Record<string, string>) =>
      document.body.append(Object.assign(document.createElement(tag), fields));
    add('script', { textContent: 'window.ranInline = true' });
    add('style', { textContent: 'body { color: red }' });
    add('img', { src: 'https://example.com/x.png' });
    add('iframe', { src: 'https://example.com/' });
    await fetch('https://example.com/').catch(() => undefined);
    await reported;
    return 'ranInline' in window;
  });
  expect(ranInline).toBe(false);
});

test('S-70 item 13: navigation away is refused', async () => {
  const url = () =>
    desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  // The page has found its own way before somebody else's is tried.
  await expect.poll(url).toMatch(/\/welcome$/);
  const before = await url();
  await desktop.page.evaluate(() => location.assign('https://example.com/'));
  await desktop.page.evaluate(() => location.assign('app://elsewhere/'));
  expect(await ask(desktop.page, 'desktop', 'state')).toMatchObject({ ok: true });
  expect(await url()).toBe(before);
});

test('S-70 item 14: new windows are refused', async () => {
  const opened = await desktop.page.evaluate(() => window.open('https://example.com/') === null);
  await desktop.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), {
      href: 'https://example.com/',
      target: '_blank',
    });
    document.body.append(link);
    link.click();
  });
  expect(opened).toBe(true);
  expect(await ask(desktop.page, 'desktop', 'state')).toMatchObject({ ok: true });
  expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('S-70 item 15: only https links of the list reach the system', async () => {
  await desktop.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
  for (const url of [
    'file:///etc/passwd',
    'http://authy.com/',
    'https://evil.example/',
    'javascript:alert(1)',
  ]) {
    expect(await ask(desktop.page, 'desktop', 'openExternal', { url })).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  }
  expect(
    await ask(desktop.page, 'desktop', 'openExternal', { url: 'https://authy.com/download/' }),
  ).toMatchObject({ ok: true });
  expect(await desktop.app.evaluate(() => (globalThis as { opened?: string[] }).opened)).toEqual([
    'https://authy.com/download/',
  ]);
});

test('S-70 item 16: Electron is the version that is pinned', async () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: { electron: string };
  };
  expect(await desktop.app.evaluate(() => process.versions['electron'])).toBe(devDependencies.electron);
});

test('S-70 item 17, S-71: a page that is not ours is refused, although it has the preload', async () => {
  const answer = await desktop.app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    });
    await stranger.loadURL('data:text/html,<title>stranger</title>');
    const asked: unknown = await stranger.webContents.executeJavaScript(
      "Promise.all([gatehouse.call('signIn.options', {}), gatehouse.desktop('state', {})])",
    );
    stranger.destroy();
    return asked;
  });
  const refused = { ok: false, error: expect.objectContaining({ code: 'forbidden' }) };
  expect(answer).toEqual([refused, refused]);
});

test('S-70 item 19, S-73: the packaged app will have its fuses set', () => {
  const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  for (const fuse of [
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableCookieEncryption: true',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'grantFileProtocolExtraPrivileges: false',
  ]) {
    expect(configuration).toContain(fuse);
  }
});

test('S-71: what is asked is checked, and refusals are values without a stack', async () => {
  const asked: [kind: 'call' | 'desktop', operation: string, input: unknown, code: string][] = [
    ['call', 'nothing.like.this', {}, 'not_found'],
    ['call', '__proto__', {}, 'not_found'],
    ['call', 'signIn.start', { username: 'mia' }, 'invalid_input'],
    [
      'call',
      'signIn.start',
      { username: 'mia', password: 'x', url: 'https://evil.example' },
      'invalid_input',
    ],
    ['call', 'me.get', { headers: { authorization: 'x' } }, 'invalid_input'],
    ['desktop', 'setBadge', { count: -1 }, 'invalid_input'],
    ['desktop', 'state', null, 'invalid_input'],
    ['desktop', 'eval', {}, 'not_found'],
  ];
  for (const [kind, operation, input, code] of asked) {
    const answer = await ask(desktop.page, kind, operation, input);
    expect(answer, `${operation} ${JSON.stringify(input)}`).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(answer)).not.toMatch(/\bat .*:\d+|node_modules|\.js/);
  }
});

test('appearance is kept and followed by the system parts; the menu offers places and no reload', async () => {
  const source = () => desktop.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
  expect(await ask(desktop.page, 'desktop', 'setAppearance', { appearance: 'dark' })).toMatchObject({
    data: { appearance: 'dark' },
  });
  expect(await source()).toBe('dark');
  await ask(desktop.page, 'desktop', 'setAppearance', { appearance: 'system' });
  expect(await source()).toBe('system');

  const items = await desktop.app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu();
    const named = ['lock', 'quit', 'go-reset-requests', 'about'].map((id) => menu?.getMenuItemById(id)?.id);
    const roles = menu?.items.flatMap((item) => item.submenu?.items.map(({ role }) => role) ?? []);
    return { named, reloads: roles?.filter((role) => /reload/i.test(role ?? '')) };
  });
  expect(items).toEqual({ named: ['lock', 'quit', 'go-reset-requests', 'about'], reloads: [] });
});

test('the menu and the refusals follow the language of the page, which is kept for the next start', async () => {
  const firstMenu = () =>
    desktop.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label)[2]);
  const kept = () =>
    (JSON.parse(readFileSync(join(desktop.userData, 'settings.json'), 'utf8')) as { language?: unknown })
      .language;
  await ask(desktop.page, 'desktop', 'setLanguage', { language: 'de' });
  expect(await firstMenu()).toBe('Gehe zu');
  expect(kept()).toBe('de');
  expect(await ask(desktop.page, 'desktop', 'eval', {})).toMatchObject({
    error: { detail: 'Einen Vorgang dieses Namens gibt es nicht.' },
  });
  await ask(desktop.page, 'desktop', 'setLanguage', { language: 'en' });
  expect(await firstMenu()).toBe('Go');
});
