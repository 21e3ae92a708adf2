/** The gallery builds, each of its stories renders without a complaint, and axe finds nothing in any of them. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { serveGallery } from './gallery/served.ts';
import { everyStory, showStory } from './gallery/walk.ts';
import { watch } from './support/watch.ts';

let gallery: Awaited<ReturnType<typeof serveGallery>>;

test.beforeAll(async () => {
  gallery = await serveGallery();
});
test.afterAll(() => gallery.close());

/** What a screen has that an example of a part hasn't: a heading of every level, a landmark around everything. */
const OF_PAGES = ['heading-order', 'page-has-heading-one', 'landmark-one-main', 'region'];

async function complaints(page: Page, story: string, only?: string): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode();
  if (only === undefined) axe.disableRules(OF_PAGES);
  else axe.withRules([only]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${story}: ${id}: ${String(target)}: ${any[0]?.message ?? ''}`),
  );
}

test('every story renders, in both themes, and axe finds nothing', async ({ page }) => {
  const seen = watch(page);
  await page.goto(`${gallery.address}stage.html`);
  await expect(page.getByRole('heading', { level: 1, name: 'Forms' })).toBeVisible();
  const stories = (await everyStory(page)).filter((path) => !path.startsWith('screens/'));
  expect(stories.length).toBeGreaterThan(60);
  const found: string[] = [];
  for (const story of stories) {
    await showStory(page, story);
    await expect(page.locator('#root *, [role=dialog]').first(), story).toBeAttached();
    // What stands in a group's page needs no second look alone.
    if (story.startsWith('groups/') || !story.endsWith('/')) found.push(...(await complaints(page, story)));
  }
  for (const story of stories.filter((path) => path.startsWith('groups/'))) {
    await showStory(page, story, '?theme=dark');
    await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
    found.push(...(await complaints(page, story, 'color-contrast')));
  }
  expect(found, 'what axe found').toEqual([]);
  seen.mustBeClean();
});

test('every screen is there: full, empty, loading and failing', async ({ page }) => {
  const seen = watch(page);
  await page.goto(`${gallery.address}stage.html`);
  await expect(page.getByRole('heading', { level: 1, name: 'Forms' })).toBeVisible();
  const screens = (await everyStory(page)).filter((path) => path.startsWith('screens/'));
  expect(screens.length).toBeGreaterThan(50);
  for (const screen of screens) {
    await showStory(page, screen);
    await expect(page.locator('main').first(), screen).toBeVisible();
    const state = screen.split('/')[2];
    const loading = page.getByRole('status').and(page.getByLabel('Loading'));
    if (state === 'full' || state === 'empty') await expect(loading, screen).toHaveCount(0);
    await expect(page.getByText('The gallery changes nothing'), screen).toHaveCount(0);
  }
  seen.mustBeClean();
});

test('a story is found by its name and by the keyboard, and is shown as one chooses', async ({ page }) => {
  const seen = watch(page);
  await page.goto(gallery.address);
  const stage = page.frameLocator('iframe');
  await expect(stage.getByRole('heading', { level: 1, name: 'Forms' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search the gallery' })).toBeFocused();
  await page.keyboard.type('bann');
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Messages and dialogs', 'Banner']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#pieces\/Banner$/);
  await expect(stage.getByRole('heading', { level: 1, name: 'Banner' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Banner' })).toHaveAttribute('aria-current', 'page');

  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
  await expect(stage.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await page.getByRole('combobox', { name: 'Width' }).selectOption('390 px');
  await expect.poll(() => stage.locator('html').evaluate(() => innerWidth)).toBe(390);
  await page.getByRole('combobox', { name: 'Text size' }).selectOption('200 %');
  await expect(stage.locator('html')).toHaveCSS('font-size', '32px');
  await page.getByRole('combobox', { name: 'State' }).selectOption('Loud');
  await expect(stage.getByRole('heading', { level: 2 })).toHaveText(['Loud']);

  await page.getByRole('combobox', { name: 'Language' }).selectOption('Deutsch');
  await expect(stage.getByRole('heading', { level: 2 })).toHaveText(['Laut']);
  await expect(page.getByRole('combobox', { name: 'Darstellung' })).toHaveValue('dark');
  await page.getByRole('combobox', { name: 'Sprache' }).selectOption('Englisch, gespiegelt');
  await expect(stage.locator('html')).toHaveAttribute('dir', 'rtl');
  expect(await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze()).toMatchObject({
    violations: [],
  });
  seen.mustBeClean();
});
