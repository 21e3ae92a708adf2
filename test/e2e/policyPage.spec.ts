/** The policy's page: short enough to be read, one table for the tiers, and a list of its sections that knows where one is. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { button, heading, signIn, stepUp } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { startSample, type Sample } from './support/sample.ts';
import { visit } from './screens/shoot.ts';
import { speaking } from './support/words.ts';
import { watch } from './support/watch.ts';
import type { Person } from './support/world.ts';

test.describe.configure({ mode: 'serial' });

let sample: Sample;
let officer: Person;
let auditor: Person;
test.beforeAll(async () => {
  sample = await startSample(60);
  officer = sample.person(/sees and may do everything/);
  auditor = sample.person(/Auditor/);
});
test.afterAll(async () => {
  await sample.stop();
});

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** 1280 by 800 at 200 % (WCAG 1.4.4). */
const ENLARGED = { width: 640, height: 400 };

async function openPolicy(page: Page, person = officer): Promise<void> {
  await page.setViewportSize(DESK);
  await page.goto(sample.address);
  await signIn(page, person);
  await visit(page, '/policy');
}

const matrix = (page: Page) => page.getByRole('table', { name: 'Reset requests by tier' });
const height = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['de-DE', 'de'],
] as const) {
  test.describe(language, () => {
    test.use({ locale });
    test('is shorter than 2,000 px at a desk, to be changed and to be read', async ({ page }) => {
      const seen = watch(page);
      const said = await speaking(page, language);
      await openPolicy(said);
      await expect(button(said, 'Exempt somebody')).toBeVisible();
      expect(await height(page)).toBeLessThan(2000);
      await said.getByRole('button', { name: 'Sign out' }).click();
      await openPolicy(said, auditor);
      await expect(said.getByText('A security officer can change it.')).toBeVisible();
      await expect(matrix(said).getByRole('rowheader', { name: 'Hold before the reset' })).toBeVisible();
      await expect(matrix(said).getByRole('checkbox')).toHaveCount(0);
      expect(await height(page)).toBeLessThan(2000);
      seen.mustBeClean();
    });

    test('two versions are chosen by number and day, whole at every width', async ({ page }) => {
      const seen = watch(page);
      const said = await speaking(page, language);
      await openPolicy(said);
      await visit(page, '/policy/versions');
      // Until it is there, the page before it is, with choices of its own.
      await expect(heading(said, 'Versions of the policy')).toBeVisible();
      for (const size of [DESK, PHONE]) {
        await page.setViewportSize(size);
        const choices = page.getByRole('combobox');
        await expect(choices).toHaveCount(2);
        // The page is laid out anew only after its width is seen.
        const least = async () => Math.min(...(await choices.evaluateAll(roomInSelects)));
        await expect.poll(least).toBeGreaterThanOrEqual(0);
      }
      seen.mustBeClean();
    });
  });
}

/** Runs in the page: what is left beside the longest choice of each select. */
function roomInSelects(selects: Element[]): number[] {
  return selects
    .filter((one) => one instanceof HTMLSelectElement)
    .map((select) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(select);
      const pen = document.createElement('canvas').getContext('2d');
      if (!pen) throw new Error('Nothing can be measured here.');
      pen.font = font;
      const longest = Math.max(...[...select.options].map(({ text }) => pen.measureText(text).width));
      return select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - longest;
    });
}

test('the tiers are one table: each cell is called by its tier and its rule, and Tab goes from cell to cell', async ({
  page,
}) => {
  const seen = watch(page);
  await openPolicy(page);
  const table = matrix(page);
  for (const tier of ['Standard', 'Elevated', 'Privileged'])
    await expect(table.getByRole('columnheader', { name: tier })).toBeVisible();
  for (const rule of ['How many checks', 'How many strong ones', 'Request code too', 'Who decides'])
    await expect(table.getByRole('rowheader', { name: rule, exact: true })).toBeVisible();
  await table.getByRole('checkbox', { name: 'Standard, Call back' }).focus();
  for (const [role, name] of [
    ['checkbox', 'Elevated, Call back'],
    ['checkbox', 'Privileged, Call back'],
    ['checkbox', 'Standard, Photo ID by video (strong)'],
  ] as const) {
    await page.keyboard.press('Tab');
    await expect(table.getByRole(role, { name, exact: true })).toBeFocused();
  }

  // What follows from a cell is said in its column, and what it was.
  const needed = table.getByRole('row', { name: 'In short' }).getByRole('cell');
  await table.getByRole('combobox', { name: 'Elevated, how many checks' }).selectOption('3');
  await expect(needed.nth(1)).toContainText('Three different ones of these checks, one of them strong');
  await expect(needed.nth(1)).toContainText('Changed. Was: Two different ones of call back');
  await needed.nth(1).getByRole('button', { name: 'Undo' }).click();
  await expect(table.getByRole('combobox', { name: 'Elevated, how many checks' })).toHaveValue('2');
  seen.mustBeClean();
});

test('what can’t be saved is gone to: its tier, its sentence and the cursor in its field', async ({
  page,
}) => {
  const seen = watch(page);
  await openPolicy(page);
  const hold = page.getByRole('textbox', { name: 'Elevated, Hold before the reset' });
  await hold.fill('999');
  await page.setViewportSize(PHONE);
  const shown = (name: string) =>
    expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
  await shown('Standard');
  await expect(page.getByRole('tab', { name: /^Elevated/ })).toContainText('Can’t be saved yet');
  await button(page, 'Show why').click();
  await shown('Elevated');
  await expect(hold).toBeFocused();
  await expect(hold).toHaveAccessibleDescription('Type a whole number from 0 to 168.');
  await button(page, 'Discard').click();
  seen.mustBeClean();
});

test('on a phone and at 200 % it shows one tier at a time, and nothing is cut', async ({ page }) => {
  const seen = watch(page);
  await openPolicy(page);
  for (const size of [PHONE, ENLARGED]) {
    await page.setViewportSize(size);
    for (const tier of ['Standard', 'Elevated', 'Privileged']) {
      await page.getByRole('tab', { name: tier }).click();
      await expect(matrix(page).getByRole('columnheader')).toHaveCount(1);
      await expect(page.getByRole('combobox', { name: `${tier}, who decides` })).toBeVisible();
      expect(await layoutFaults(page, () => true)).toEqual([]);
    }
    await cutControls(page);
  }
  seen.mustBeClean();
});

/** A number or a choice that is longer than its field. */
async function cutControls(page: Page): Promise<void> {
  const cut = await page
    .locator('main input:not([type=checkbox]):not([type=radio]), main select')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.getAttribute('aria-label')),
    );
  expect(cut).toEqual([]);
}

test('a new wave begins on a working day, and complains once it was touched; its date is typed', async ({
  page,
}) => {
  const seen = watch(page);
  await openPolicy(page);
  await page.getByRole('radio', { name: 'Selected roles and departments' }).check();
  await button(page, 'Add a wave').click();
  const wave = page.getByRole('group', { name: 'Wave 1' });
  const begins = wave.getByLabel('Begins');
  await expect(begins).toHaveValue(/^(Mon|Tue|Wed|Thu|Fri), \d+ \w+ \d{4}$/);
  await expect(wave.getByText('Choose at least one department.')).toBeVisible();
  await expect(wave.getByRole('alert')).toHaveCount(0);
  const proposed = await begins.inputValue();
  await begins.fill('6/12/202');
  await begins.press('Tab');
  await expect(wave.getByText('Write the day like Wed, 2 Dec 2026.')).toBeVisible();
  await expect(page.getByText('Choose a date.')).toHaveCount(0);
  await begins.fill('6/12/2026');
  await begins.press('Tab');
  await expect(begins).toHaveValue('Sun, 6 Dec 2026');
  expect(proposed).not.toBe('Sun, 6 Dec 2026');
  await expect(wave.getByRole('alert')).toHaveText('Choose at least one department.');
  await button(page, 'Discard').click();
  seen.mustBeClean();
});

test('the list of sections goes to each, and marks the one that is read', async ({ page }) => {
  const seen = watch(page);
  await openPolicy(page);
  const list = page.getByRole('navigation', { name: 'On this page' });
  const here = (name: string): Promise<void> =>
    expect(list.getByRole('link', { name })).toHaveAttribute('aria-current', 'true');
  await here('Who needs MFA');
  const inSight = async (section: Locator) => expect(section).toBeInViewport({ ratio: 0.3 });
  const all = await list.getByRole('link').allInnerTexts();
  expect(all).toHaveLength(5);
  for (const name of all) {
    await list.getByRole('link', { name }).click();
    await here(name);
    await expect(list.locator('[aria-current]')).toHaveCount(1);
  }
  await page.keyboard.press('Control+Home');
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
  const marked = await list.evaluate(markedWhileScrolled);
  expect(marked).toEqual(all);
  for (const name of ['Reset requests by tier', 'Sessions', 'All reset requests']) {
    await list.getByRole('link', { name }).focus();
    await page.keyboard.press('Enter');
    await here(name);
    await expect(list.locator('[aria-current]')).toHaveCount(1);
    await expect(page.getByRole('region', { name })).toBeFocused();
    await inSight(page.getByRole('region', { name }));
  }
  await page.keyboard.press('Control+Home');
  await here('Who needs MFA');
  await expect(async () => {
    // Chromium drops the key while the page still glides to its top.
    await page.keyboard.press('Control+End');
    await expect.poll(() => page.evaluate(() => window.scrollY), { timeout: 2_000 }).toBeGreaterThan(0);
  }).toPass();
  await here('All reset requests');

  await page.setViewportSize(PHONE);
  await expect(list).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Go to' }).selectOption('Sessions');
  await inSight(page.getByRole('region', { name: 'Sessions' }));
  seen.mustBeClean();
});

test('the settings have the same list: each of their sections is in it, and is gone to', async ({ page }) => {
  const seen = watch(page);
  await openPolicy(page);
  await visit(page, '/settings');
  const list = page.getByRole('navigation', { name: 'On this page' });
  const titles = await page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts();
  expect(titles.length).toBeGreaterThan(5);
  expect(await list.getByRole('link').allInnerTexts()).toEqual(titles);
  for (const name of titles) {
    await list.getByRole('link', { name }).click();
    await expect(page.getByRole('region', { name })).toBeFocused();
    await expect(page.getByRole('region', { name })).toBeInViewport();
  }
  seen.mustBeClean();
});

/** Runs in the page: what a list of sections marks, one after the other, as the page goes up to its end, notch by notch of the wheel. */
async function markedWhileScrolled(list: Element): Promise<string[]> {
  const frame = () => new Promise((resolve) => void requestAnimationFrame(resolve));
  const marked: string[] = [];
  for (let at = 0; at < document.documentElement.scrollHeight; at += 120) {
    window.scrollTo(0, at);
    await frame();
    await frame();
    const now = list.querySelector('[aria-current]')?.textContent ?? '';
    if (marked.at(-1) !== now) marked.push(now);
  }
  return marked;
}

test('issue 15.7: policy names who gets the monthly report, and they may read so', async ({ page }) => {
  const seen = watch(page);
  await openPolicy(page, auditor);
  const name = await page
    .getByRole('navigation', { name: 'Main' })
    .locator('div')
    .filter({ hasText: auditor.username })
    .last()
    .locator('xpath=preceding-sibling::*')
    .innerText();
  await button(page, 'Sign out').click();
  await openPolicy(page);
  const report = page.getByRole('group', { name: 'Monthly report of resets' });
  await expect(report).toContainText('Nobody gets it.');
  await report.getByRole('button', { name: 'Change' }).click();
  await report.getByRole('combobox', { name: 'Mail it to' }).fill(auditor.username);
  await page.getByRole('option').filter({ hasText: name }).click();
  await expect(report.getByRole('list')).toContainText(name);
  await button(page, 'Save policy').click();
  const dialog = page.getByRole('dialog', { name: /^Save version \d+ of the policy\?$/ });
  await dialog.getByLabel('Why').fill('The auditor asks for it.');
  await dialog.getByRole('button', { name: 'Save policy' }).click();
  await stepUp(page, officer);
  await expect(page.getByText(/^Version \d+ of the policy is in force\.$/)).toBeVisible();
  await button(page, 'Sign out').click();
  await openPolicy(page, auditor);
  const fact = page.getByText('Monthly report of resets', { exact: true });
  await expect(fact.locator('xpath=following-sibling::dd')).toHaveText(name);
  seen.mustBeClean();
});
