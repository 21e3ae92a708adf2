/** What a browser fetches until somebody can type, what it fetches ahead from then on, and what until they see the dashboard: bytes, gzipped, so that no machine is too slow. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { noteForm, scriptsUntilForm } from '../support/scriptsUntil.ts';
import { signIn } from './support/acts.ts';
import { startSample } from './support/sample.ts';
import { watch } from './support/watch.ts';

const web = join(import.meta.dirname, '..', '..', 'out', 'renderer', 'web');

/** Every script that the page asks for. */
function hear(page: Page): Set<string> {
  const scripts = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.add(pathname);
  });
  return scripts;
}

/** As the build compressed them for a browser that takes gzip. */
const kilobytes = (scripts: Iterable<string>) =>
  [...scripts].reduce((sum, path) => sum + statSync(join(web, `${path}.gz`)).size, 0) / 1000;

test('issue 15.16: the sign-in form and the dashboard stay light', async ({ page, browser }) => {
  const seen = watch(page);
  const sample = await startSample(20);
  await noteForm(page);
  await page.goto(sample.address);
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const { before, after } = await scriptsUntilForm(page);
  await signIn(page, sample.person(/sees and may do everything/));
  const cookies = await page.context().cookies();

  const anew = await browser.newContext({ locale: 'en-GB' });
  await anew.addCookies(cookies);
  const morning = await anew.newPage();
  const dashboard = hear(morning);
  const sent = morning.waitForResponse((response) => response.url().endsWith('.js'));
  await morning.goto(`${sample.address}/dashboard`);
  await expect(morning.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  expect((await sent).headers()['content-encoding']).toBe('br');
  await morning.waitForLoadState('networkidle');

  const weights = {
    form: kilobytes(before),
    own: kilobytes(before.filter((path) => !dashboard.has(path))),
    ahead: kilobytes(after),
    dashboard: kilobytes(dashboard),
  };
  expect(weights.own, 'kB for signing in alone').toBeLessThan(30);
  expect(weights.form, 'kB to the form').toBeLessThan(240);
  // The code's step, and the frame of the page after it: while one types.
  expect(weights.ahead, 'kB fetched ahead').toBeLessThan(50);
  expect(weights.dashboard, 'kB to the dashboard').toBeLessThan(250);
  expect(before.length, 'files to the form').toBeLessThan(20);
  expect(dashboard.size, 'files to the dashboard').toBeLessThan(20);
  await anew.close();
  await page.goto('about:blank');
  await sample.stop();
  seen.mustBeClean();
});
