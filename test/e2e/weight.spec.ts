/** What a browser fetches until somebody can type, and until they see the dashboard: bytes, gzipped, so that no machine is too slow. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { signIn } from './support/acts.ts';
import { startSample } from './support/sample.ts';
import { watch } from './support/watch.ts';

const web = join(import.meta.dirname, '..', '..', 'out', 'renderer', 'web');

/** Every script that the page asks for, by what it weighs: as the build compressed it for a browser that takes gzip. */
function hear(page: Page): Map<string, number> {
  const scripts = new Map<string, number>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) scripts.set(pathname, statSync(join(web, `${pathname}.gz`)).size);
  });
  return scripts;
}

const kilobytes = (sizes: Iterable<number>) => [...sizes].reduce((sum, size) => sum + size, 0) / 1000;

test('issue 15.16: the sign-in form and the dashboard stay light', async ({ page, browser }) => {
  const seen = watch(page);
  const sample = await startSample(20);
  const form = hear(page);
  await page.goto(sample.address);
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const forForm = new Map(form);
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

  const own = [...forForm].filter(([path]) => !dashboard.has(path)).map(([, size]) => size);
  const weights = {
    form: kilobytes(forForm.values()),
    own: kilobytes(own),
    dashboard: kilobytes(dashboard.values()),
  };
  expect(weights.own, 'kB for signing in alone').toBeLessThan(60);
  // With the frame of the page after it, which comes while one types.
  expect(weights.form, 'kB to the form').toBeLessThan(310);
  expect(weights.dashboard, 'kB to the dashboard').toBeLessThan(250);
  expect(dashboard.size, 'files to the dashboard').toBeLessThan(20);
  await anew.close();
  await page.goto('about:blank');
  await sample.stop();
  seen.mustBeClean();
});
