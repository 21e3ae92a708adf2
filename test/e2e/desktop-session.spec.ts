/** S-72: what the page sees of a session, and what it never does. */
import { rmSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import type { BridgeEvent, GatehouseBridge } from '../../contract/ipc.ts';
import { ask, emptyFolder, launch, type Desktop } from './support/desktop.ts';
import { fakeServer, type FakeServer } from './support/fakeServer.ts';

type Watched = Window & { gatehouse: GatehouseBridge; heard: BridgeEvent[] };

const CANARY = 'canary-7c1f0e52-session-token';
const REQUEST = '019ab2c4-2222-7abc-8def-0123456789ab';

let desktop: Desktop;
let server: FakeServer;

test.beforeAll(async () => {
  server = await fakeServer(CANARY);
  desktop = await launch(emptyFolder());
  await listen(desktop.page);
});
test.afterAll(async () => {
  await desktop.app.close();
  server.close();
  rmSync(desktop.userData, { recursive: true, force: true });
});
test.describe.configure({ mode: 'serial' });

const listen = (page: Page) =>
  page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.heard = [];
    watched.gatehouse.subscribe((event) => watched.heard.push(event));
  });
const heard = () => desktop.page.evaluate(() => (window as unknown as Watched).heard);
const last = (path: string) => server.requests.findLast((request) => request.path === path);

test('signing in answers who is signed in, and no token', async () => {
  expect(await ask(desktop.page, 'desktop', 'connect', { address: server.origin })).toMatchObject({
    ok: true,
  });
  const answer = await ask(desktop.page, 'call', 'signIn.start', {
    username: 'mia',
    password: 'correct horse',
  });
  expect(answer).toMatchObject({
    ok: true,
    data: { outcome: 'signed_in', session: { user: { username: 'mia' } } },
  });
  expect(JSON.stringify(answer)).not.toContain(CANARY);
});

test('the main process sends the token, and after a step-up the renewed one', async () => {
  await ask(desktop.page, 'call', 'me.sessions');
  expect(last('/api/v1/me/sessions')?.authorization).toBe(`Bearer ${CANARY}`);
  expect(JSON.stringify(await ask(desktop.page, 'call', 'me.stepUp', { code: '123456' }))).not.toContain(
    CANARY,
  );
  await ask(desktop.page, 'call', 'me.sessions');
  expect(last('/api/v1/me/sessions')?.authorization).toBe(`Bearer ${CANARY}-renewed`);
});

test('live events reach the page, and a new request is announced without a name', async () => {
  await desktop.app.evaluate(({ BrowserWindow, Notification }) => {
    for (const window of BrowserWindow.getAllWindows()) window.blur();
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(`${this.title}: ${this.body}`);
    };
  });
  await expect.poll(server.listeners).toBe(1);
  server.publish({ kind: 'reset_requests', id: REQUEST, change: 'opened' });
  server.publish({ kind: 'something-newer', id: 'x' });
  await expect
    .poll(heard)
    .toContainEqual({ type: 'live', event: { kind: 'reset_requests', id: REQUEST, change: 'opened' } });
  expect(JSON.stringify(await heard())).not.toContain('something-newer');
  expect(await desktop.app.evaluate(() => (globalThis as { shown?: string[] }).shown)).toEqual([
    'New reset request: Someone has asked for a reset of their multi-factor authentication.',
  ]);
});

test('a link from a mail opens its request in the window that is there', async () => {
  await desktop.app.evaluate(
    ({ app }, link) => app.emit('second-instance', {}, ['gatehouse', link], '/', null),
    `gatehouse://reset-requests/${REQUEST}`,
  );
  await expect.poll(heard).toContainEqual({ type: 'navigate', path: `/reset-requests/${REQUEST}` });
});

test('nothing that the page can reach holds the token, the address or a header', async () => {
  const reachable = await desktop.page.evaluate(() =>
    JSON.stringify([
      (window as unknown as Watched).heard,
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      performance.getEntries().map((entry) => entry.name),
    ]),
  );
  const state = JSON.stringify(await ask(desktop.page, 'desktop', 'state'));
  for (const text of [reachable, state]) {
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain(server.origin);
    expect(text).not.toMatch(/bearer/i);
  }
});

test('the computer locks: the session ends here and there', async () => {
  await desktop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await expect.poll(heard).toContainEqual({ type: 'locked' });
  await expect.poll(() => last('/api/v1/sign-out')?.authorization).toBe(`Bearer ${CANARY}-renewed`);
  await ask(desktop.page, 'call', 'me.sessions');
  expect(last('/api/v1/me/sessions')?.authorization).toBeUndefined();
  await expect.poll(server.listeners).toBe(0);
});

test('S-75: a copied secret goes to the clipboard, and leaves it when the app locks', async () => {
  const copied = () => desktop.app.evaluate(({ clipboard }) => clipboard.readText());
  await ask(desktop.page, 'desktop', 'copySecret', { text: 'KRUGS4ZANFZSAYJA' });
  expect(await copied()).toBe('KRUGS4ZANFZSAYJA');
  await desktop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect.poll(copied).toBe('');
});

test('S-75: the window is kept out of screen captures while it shows a secret', async () => {
  await desktop.app.evaluate(({ BrowserWindow }) => {
    const protections: boolean[] = [];
    Object.assign(globalThis, { protections });
    for (const window of BrowserWindow.getAllWindows())
      window.setContentProtection = (on) => protections.push(on);
  });
  await ask(desktop.page, 'desktop', 'protectContent', { on: true });
  await ask(desktop.page, 'desktop', 'protectContent', { on: false });
  expect(await desktop.app.evaluate(() => (globalThis as { protections?: boolean[] }).protections)).toEqual([
    true,
    false,
  ]);
});
