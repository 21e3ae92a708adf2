/** Every number opens exactly the rows that it counts: all of them in English, one of each kind in German. */
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { paths } from '../../contract/paths.ts';
import { REQUEST_STATES, TIERS } from '../../contract/requestStates.ts';
import type { Language } from '../../contract/words/languages.ts';
import { button, goTo, heading, signIn } from './support/acts.ts';
import { startSample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import { speaking } from './support/words.ts';

const numberIn = (text: string) => Number(/\d[\d,.]*/.exec(text)?.[0].replace(/[,.]/g, ''));
const main = (page: Page) => page.getByRole('main');
const rowsOf = (table: Locator) => table.locator('tbody tr');

interface Numbered {
  href: string;
  says: string;
}

/** The links of the page that say a number. */
async function numbersOf(page: Page): Promise<Numbered[]> {
  // All at once: what comes later would move the others.
  const read = await main(page)
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => ({
        href: link.getAttribute('href') ?? '',
        says: (link as HTMLElement).innerText.replace(/\s+/g, ' '),
      })),
    );
  return read.filter(({ says }) => /\d/.test(says));
}

/** Those that lead to the same list by the same filters, whatever is chosen in them. */
const kindOf = ({ href }: Numbered) => href.replace(/=[^&]*/g, '');

/** Follows a link and comes back; how many rows there were: what the list says of itself, else what stands in it. */
async function rowsBehind(page: Page, href: string, queue: Locator): Promise<number> {
  await main(page).locator(`a[href="${href}"]`).first().click();
  await expect(page).not.toHaveURL(/dashboard/);
  const total = main(page).getByRole('status').filter({ hasText: /\d/ });
  await expect(href.startsWith('/reset-requests') ? rowsOf(queue).first() : total).toBeVisible();
  const count = (await total.isVisible()) ? numberIn(await total.innerText()) : await rowsOf(queue).count();
  await page.goBack();
  await expect(page).toHaveURL(/dashboard/);
  await expect(main(page).getByRole('table').first()).toBeVisible();
  return count;
}

async function dashboard(page: Page, numbers: readonly Numbered[], queue: Locator): Promise<void> {
  for (const { href, says } of numbers)
    expect({ href, says, rows: await rowsBehind(page, href, queue) }).toEqual({
      href,
      says,
      rows: numberIn(says),
    });
}

/** What a list says of its length, whatever is filtered; the last filter is taken away again. */
async function queues(page: Page): Promise<void> {
  await goTo(page, 'Reset requests');
  const table = page.getByRole('table', { name: 'Reset requests' });
  const rail = page.getByRole('navigation').getByRole('link', { name: /Reset requests/ });
  await expect(rowsOf(table).first()).toBeVisible();
  expect(numberIn(await rail.innerText())).toBe(await rowsOf(table).count());
  const more = button(page, 'Show more');
  /** How many rows there are by this filter, all pages of them: as many as the list says of itself. */
  async function rowsBy(filters: Parameters<typeof paths.resetRequests>[0]): Promise<number> {
    // Loaded anew: else the list before may still stand there.
    await page.goto(new URL(paths.resetRequests(filters), page.url()).href);
    const said = numberIn(
      await main(page)
        .getByText(/^\d+ requests?$/)
        .innerText(),
    );
    await expect(async () => {
      if (await more.isVisible()) await more.click({ timeout: 2_000 });
      expect(await rowsOf(table).count()).toBe(said);
    }).toPass();
    return said;
  }
  let [states, tiers] = [0, 0];
  for (const state of REQUEST_STATES) states += await rowsBy({ state });
  const all = await rowsBy({ state: 'all' });
  expect(states).toBe(all);
  for (const tier of TIERS) tiers += await rowsBy({ state: 'all', tier });
  expect(tiers).toBe(all);
  await rowsBy({});
}

/** *1 of 2* in the queue is what is ticked on the work page, and *2 checks recorded* what is recorded there. */
async function work(page: Page): Promise<void> {
  const table = page.getByRole('table', { name: 'Reset requests' });
  const waiting = await rowsOf(table).evaluateAll((rows) =>
    rows.map((row) => ({
      href: row.querySelector('a')?.getAttribute('href') ?? '',
      met: /\d+ of \d+/.exec(row.textContent)?.[0] ?? '',
    })),
  );
  expect(waiting.length).toBeGreaterThan(5);
  const open = async (href: string) => {
    await table.locator(`a[href="${href}"]`).click();
    await expect(heading(page, 'Evidence')).toBeVisible();
  };
  const back = async () => {
    await page.goBack();
    await expect(rowsOf(table).first()).toBeVisible();
  };
  for (const { href, met } of waiting) {
    await open(href);
    // Its head says what came of a check; a form below it has a button of that name.
    const ticked = main(page)
      .locator('button[aria-expanded]')
      .filter({ hasText: /Passed$/ });
    const [passed, needed] = met.split(' of ').map(Number);
    expect({ href, passed: await ticked.count() }).toEqual({ href, passed });
    const asked = await main(page)
      .getByRole('list', { name: 'What policy asks for' })
      .locator('> li')
      .evaluateAll((all) => all.map((one) => one.querySelector('h3')?.textContent ?? 'One of these checks'));
    const counts = asked.map((words) => (words.startsWith('One') ? 1 : Number(/^\d+/.exec(words)?.[0] ?? 0)));
    // Once it is approved the page no longer says what is asked for.
    if (counts.length > 0)
      expect({ href, needed: counts.reduce((sum, count) => sum + count, 0) }).toEqual({ href, needed });
    await back();
  }
  await page.goto(new URL(paths.resetRequests({ state: 'completed' }), page.url()).href);
  const ended = rowsOf(table).first().getByRole('link');
  await open((await ended.getAttribute('href')) ?? '');
  const said = numberIn(
    await main(page)
      .getByText(/^\d+ checks? recorded$/)
      .innerText(),
  );
  const records = page.locator('ul[aria-label="Recorded"] > li');
  expect(await records.count()).toBe(said);
}

/** What a change reaches is who stands in *See who*, group by group, also from a date to come. */
async function policy(page: Page): Promise<void> {
  await goTo(page, 'Policy');
  const dialog = page.getByRole('dialog', { name: 'Who this change reaches' });
  const bar = main(page)
    .getByRole('status')
    .filter({ hasText: /\d+ changes?;/ });
  async function seeWho(): Promise<number> {
    const [, ...said] = (await bar.innerText()).match(/\d+(?= (?:person|people))|^\d+/g) ?? [];
    await button(page, 'See who').click();
    const groups: number[] = [];
    for (const tab of await dialog.getByRole('tab').all()) {
      await tab.click();
      const count = numberIn(await tab.innerText());
      if (count > 0) groups.push(count);
      const more = dialog.getByRole('button', { name: 'Show more' });
      const people = dialog.getByRole('tabpanel').locator('tbody tr');
      await expect(count > 0 ? people.first() : dialog.getByText('Nobody.')).toBeVisible();
      while (await more.isVisible()) {
        const before = await people.count();
        await more.click();
        await expect.poll(() => people.count()).toBeGreaterThan(before);
      }
      expect(await people.count()).toBe(count);
    }
    expect(groups).toEqual(said.map(Number));
    await page.keyboard.press('Escape');
    return groups.length;
  }
  await page.getByRole('textbox', { name: 'Grace' }).fill('0');
  await expect(bar).toContainText('at their next sign-in');
  expect(await seeWho()).toBe(1);
  await page.getByRole('radio', { name: 'On a date' }).check();
  await expect(bar).toContainText('will no longer need MFA');
  await expect(bar).toContainText('from');
  expect(await seeWho()).toBeGreaterThan(1);
  await button(page, 'Discard').click();
}

/** A sample organisation at its dashboard, with who may see all of it. */
async function atDashboard(browser: Browser, { locale, language }: { locale: string; language: Language }) {
  const sample = await startSample(300);
  const page = await (await browser.newContext({ locale })).newPage();
  const seen = watch(page);
  await page.goto(sample.address);
  const said = await speaking(page, language);
  await signIn(said, sample.person(/^Administrator and security officer/));
  await expect(page.getByRole('table').first()).toBeVisible();
  const end = async () => {
    seen.mustBeClean();
    await sample.stop();
  };
  return { page, queue: said.getByRole('table', { name: 'Reset requests' }), end };
}

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['de-DE', 'de'],
] as const) {
  test(`every number of the dashboard opens exactly its rows, ${language}`, async ({ browser }) => {
    const { page, queue, end } = await atDashboard(browser, { locale, language });
    const numbers = await numbersOf(page);
    expect(numbers.length).toBeGreaterThan(30);
    const kinds = [...new Map(numbers.map((number) => [kindOf(number), number])).values()];
    await dashboard(page, language === 'en' ? numbers : kinds, queue);
    await end();
  });
}

test('what the queue, the work page and the policy count is what they list', async ({ browser }) => {
  const { page, end } = await atDashboard(browser, { locale: 'en-GB', language: 'en' });
  await queues(page);
  await work(page);
  await policy(page);
  await end();
});
