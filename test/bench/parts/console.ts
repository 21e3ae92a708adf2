import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { API_BASE } from '../../../contract/operations.ts';
import { findProgram } from '../../../scripts/lib/shell.mjs';
import { at, median } from '../support/load.ts';
import type { Line } from '../support/report.ts';
import { noteForm, scriptsUntilForm } from '../../support/scriptsUntil.ts';
import type { Session } from '../support/session.ts';

const TURNS = 5;
const TYPED = 'nowak ob müller kowal';

/** The web shell in a browser of its own: what comes before the sign-in form, and rows after a key. */
export async function consoleInBrowser({ server, organisation }: Session): Promise<Line[]> {
  const executablePath = findProgram('chromium') ?? findProgram('chromium-browser');
  // A container's /dev/shm is often too small for a page that works for a while.
  const args = ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({
    args,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const { address } = server;
    const forms: Opened[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) forms.push(await openForm(browser, address));
    const dashboard = await openDashboard(browser, address, organisation.administrator);
    const rows = await keyToRows(browser, address, organisation.administrator).catch(() =>
      // A browser that lost its page for want of memory says nothing of the console.
      keyToRows(browser, address, organisation.administrator),
    );
    const { before: form, after: ahead } = forms.at(-1) ?? { before: [], after: [] };
    const own = form.filter(([path]) => !dashboard.has(path));
    const weight = (name: string, scripts: Iterable<[string, number]>, goal?: number): Line => ({
      name,
      unit: 'kB',
      value: [...scripts].reduce((sum, [, bytes]) => sum + bytes, 0) / 1000,
      more: false,
      ...(goal !== undefined && { goal }),
    });
    return [
      weight('to the sign-in form, scripts gzipped', form, 250),
      weight('of these for sign-in alone', own, 120),
      weight('fetched ahead once it stands', ahead),
      weight('dashboard, scripts gzipped', dashboard, 250),
      {
        name: 'sign-in form, cold',
        unit: 'ms',
        value: median(forms.map(({ ms }) => ms)),
        more: false,
        goal: 1000,
      },
      { name: 'key to rows, p95', unit: 'ms', value: at(0.95, rows), more: false, goal: 150 },
    ];
  } finally {
    await browser.close();
  }
}

interface Opened {
  ms: number;
  /** What the form waited for, by what it weighs. */
  before: [string, number][];
  /** What was asked for once it stood: the step of the code, and the frame of the page after it. */
  after: [string, number][];
}

/** In a new profile: nothing of the page is kept from before. */
async function openForm(browser: Browser, address: string): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const scripts = hearScripts(page);
  await noteForm(page);
  const startedAt = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByLabel('Password').first().waitFor();
  const ms = performance.now() - startedAt;
  await page.waitForLoadState('networkidle');
  const heard = await scripts();
  const { before, after } = await scriptsUntilForm(page);
  await context.close();
  const weighed = (paths: string[]) => paths.map((path): [string, number] => [path, heard.get(path) ?? 0]);
  return { ms, before: weighed(before), after: weighed(after) };
}

/** As somebody who is signed in opens it in the morning. */
async function openDashboard(browser: Browser, address: string, token: string): Promise<Map<string, number>> {
  const context = await contextOf(browser, token);
  const page = await context.newPage();
  const scripts = hearScripts(page);
  await page.goto(`${address}/dashboard`);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  const heard = await scripts();
  await context.close();
  return heard;
}

const contextOf = (browser: Browser, token: string) =>
  browser.newContext({ locale: 'en-GB', extraHTTPHeaders: { authorization: `Bearer ${token}` } });

/** What each script weighs gzipped, by its path, once the page has them. */
function hearScripts(page: Page): () => Promise<Map<string, number>> {
  const scripts: Promise<[string, number]>[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    scripts.push(response.body().then((body) => [pathname, gzipSync(body, { level: 9 }).length]));
  });
  return async () => new Map(await Promise.all(scripts));
}

/** Milliseconds from each letter of a search to the frame in which its rows stand. */
async function keyToRows(browser: Browser, address: string, token: string): Promise<number[]> {
  const context = await contextOf(browser, token);
  const page = await context.newPage();
  await page.goto(`${address}/users`);
  const field = page.getByRole('searchbox');
  await field.waitFor();
  const times: number[] = [];
  for (const word of TYPED.split(' ')) {
    await field.fill('');
    await page.waitForTimeout(1000);
    for (const letter of word) {
      const startedAt = performance.now();
      // Typed, since ü is no key of this keyboard; together, since what waits alone while that fails ends the whole run.
      await Promise.all([
        page.waitForResponse((response) => response.url().includes(`${API_BASE}/users?`)),
        page.keyboard.type(letter),
      ]);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      times.push(performance.now() - startedAt);
      await page.waitForTimeout(300);
    }
  }
  await context.close();
  return times.toSorted((a, b) => a - b);
}
