import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { API_BASE } from '../../../contract/operations.ts';
import { findProgram } from '../../../scripts/lib/shell.mjs';
import { at, median } from '../support/load.ts';
import type { Line } from '../support/report.ts';
import type { Session } from '../support/session.ts';

const TURNS = 5;
const TYPED = 'nowak ob müller kowal';

/** The web shell in a browser of its own: what comes before the sign-in form, and rows after a key. */
export async function consoleInBrowser({ server, organisation }: Session): Promise<Line[]> {
  const executablePath = findProgram('chromium') ?? findProgram('chromium-browser');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    args,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  try {
    const forms: { ms: number; kilobytes: number }[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) forms.push(await openForm(browser, server.address));
    const rows = await keyToRows(browser, server.address, organisation.administrator);
    return [
      {
        name: 'first screen, scripts gzipped',
        unit: 'kB',
        value: median(forms.map(({ kilobytes }) => kilobytes)),
        more: false,
        goal: 250,
      },
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

/** In a new profile: nothing of the page is kept from before. */
async function openForm(browser: Browser, address: string): Promise<{ ms: number; kilobytes: number }> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('.js')) return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const startedAt = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.getByLabel('Password').first().waitFor();
  const ms = performance.now() - startedAt;
  const bytes = (await Promise.all(scripts)).reduce((sum, each) => sum + each, 0);
  await context.close();
  return { ms, kilobytes: bytes / 1000 };
}

/** Milliseconds from each letter of a search to the frame in which its rows stand. */
async function keyToRows(browser: Browser, address: string, token: string): Promise<number[]> {
  const context = await browser.newContext({
    locale: 'en-GB',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const page = await context.newPage();
  await page.goto(`${address}/users`);
  const field = page.getByRole('searchbox');
  await field.waitFor();
  const times: number[] = [];
  for (const word of TYPED.split(' ')) {
    await field.fill('');
    await page.waitForTimeout(1000);
    for (const letter of word) {
      const answered = page.waitForResponse((response) => response.url().includes(`${API_BASE}/users?`));
      const startedAt = performance.now();
      await page.keyboard.press(letter);
      await answered;
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
