/** Seen by everyone (issue 15.15): the system's own few colours, text twice as large, and a window as low as zoom to 400 % leaves. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { visit } from './screens/shoot.ts';
import { signIn } from './support/acts.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import type { Person } from './support/world.ts';

let sample: Sample;
/** Kept: each of their codes counts once. */
let everything: Person;
test.beforeAll(async () => {
  sample = await startSample(20);
  everything = sample.person(/sees and may do everything/);
});
test.afterAll(() => sample.stop());

const PAGES = ['/dashboard', '/users', '/reset-requests', '/policy', '/settings'];
/** Of those what axe looks at, too: the fullest. */
const LOOKED_AT = new Set(['/dashboard', '/policy']);

async function violations(page: Page): Promise<string[]> {
  const found = (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${page.url()}: ${id}: ${String(target)}`),
  );
}

const firstRequest = (page: Page) =>
  page.getByRole('table', { name: 'Reset requests' }).locator('tbody').getByRole('row').first();

test('in forced colours buttons, bars and the page where one is have edges; axe finds nothing', async ({
  page,
}) => {
  const seen = watch(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(sample.address);
  const submit = page.getByRole('button', { name: 'Sign in', exact: true });
  await expect(submit).toHaveCSS('border-top-width', '2px');
  await signIn(page, everything);
  for (const path of PAGES) {
    await visit(page, path);
    const here = page.getByRole('navigation').locator('[aria-current=page]');
    await expect(here).toHaveCSS('outline-style', 'solid');
    if (LOOKED_AT.has(path)) expect(await violations(page)).toEqual([]);
  }
  await visit(page, '/dashboard');
  const bar = page.locator('main [data-bar]').first();
  await expect(bar).toHaveCSS('outline-style', 'solid');
  const fill = await bar.evaluate((one) => getComputedStyle(one.firstElementChild ?? one).backgroundColor);
  expect(fill).not.toBe(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
  await page.goto('about:blank');
  seen.mustBeClean();
});

test('with text twice as large nothing is cut in the rail and in fields, no page gets wider, axe finds nothing', async ({
  page,
}) => {
  const seen = watch(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(sample.address);
  await signIn(page, everything);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  for (const path of PAGES) {
    await visit(page, path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(1280);
    const cut = await page
      .locator('nav a, nav button, main select, main input:not([type=checkbox], [type=radio])')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getClientRects().length > 0)
          .filter(
            (one) =>
              one.scrollHeight > one.clientHeight + 1 ||
              (one.closest('nav') && one.scrollWidth > one.clientWidth + 1),
          )
          .map((one) => one.getAttribute('aria-label') ?? (one.textContent || one.id)),
      );
    expect(cut, path).toEqual([]);
    if (LOOKED_AT.has(path)) expect(await violations(page)).toEqual([]);
  }
  await page.goto('about:blank');
  seen.mustBeClean();
});

test('zoomed to 400 % the decision covers nothing; on the work page a history is one tab stop', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, everything);
  await visit(page, '/reset-requests?state=verified');
  await firstRequest(page).click();
  const decision = page.getByRole('region', { name: 'Decision', exact: true });
  await expect(decision).toHaveCSS('position', 'sticky');
  const times = page.getByRole('list', { name: 'Timeline' }).locator('time');
  expect(await times.count()).toBeGreaterThan(1);
  await expect(page.locator('[data-when] time[tabindex="0"]')).toHaveCount(1);
  await times.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(times.nth(1)).toBeFocused();
  await expect(page.getByRole('tooltip')).toContainText('UTC');
  await page.keyboard.press('End');
  await expect(times.last()).toBeFocused();

  await page.setViewportSize({ width: 320, height: 256 });
  await expect(decision).toHaveCSS('position', 'static');
  await decision.getByRole('button', { name: 'Deny' }).focus();
  await expect(decision.getByRole('button', { name: 'Deny' })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.goto('about:blank');
  seen.mustBeClean();
});

test('a toast covers nothing: what floats at the foot and the end of the page stand above it', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, everything);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await visit(page, '/users?state=on');
    await page.getByRole('table', { name: 'Users' }).locator('tbody').getByRole('checkbox').first().check();
    const foot = page.locator('[data-foot]');
    await expect(foot).toBeVisible();
    await page.getByRole('button', { name: 'Saved views', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save this view…' }).click();
    const saving = page.getByRole('dialog', { name: 'Save this view' });
    await saving.getByRole('textbox').fill(`At ${width}`);
    await saving.getByRole('button', { name: 'Save view' }).click();
    const toast = page.getByRole('status').filter({ hasText: /saved/ });
    await expect(toast).toBeVisible();
    const bottoms = await page.evaluate(() => {
      window.scrollTo(0, document.body.scrollHeight);
      const bottom = (selector: string) =>
        Math.max(
          ...[...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().bottom),
        );
      return { foot: bottom('[data-foot]'), rows: bottom('#main *') };
    });
    const top = (await toast.boundingBox())?.y ?? 0;
    expect(bottoms.foot).toBeLessThanOrEqual(top);
    expect(bottoms.rows).toBeLessThanOrEqual(top);
    await page.screenshot({ path: `out/toast-${width}.png` });
  }
  await page.goto('about:blank');
  seen.mustBeClean();
});
