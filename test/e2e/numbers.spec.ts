/** Every number of the dashboard opens exactly the rows that it counts, in each language. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { signIn } from './support/acts.ts';
import { startSample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import { speaking } from './support/words.ts';

const numberIn = (text: string) => Number(/\d[\d,.]*/.exec(text)?.[0].replace(/[,.]/g, ''));

/** The links of the page that say a number. */
async function numbersOf(page: Page): Promise<{ href: string; says: string }[]> {
  const links = await page.getByRole('main').getByRole('link').all();
  const read = await Promise.all(
    links.map(async (link) => ({
      href: (await link.getAttribute('href')) ?? '',
      says: (await link.innerText()).replace(/\s+/g, ' '),
    })),
  );
  return read.filter(({ says }) => /\d/.test(says));
}

/** Follows a link and comes back; how many rows there were: what the list says of itself, else what stands in it. */
async function rowsBehind(page: Page, href: string, queue: Locator): Promise<number> {
  const main = page.getByRole('main');
  await main.locator(`a[href="${href}"]`).first().click();
  await expect(page).not.toHaveURL(/dashboard/);
  const total = main.getByRole('status').filter({ hasText: /\d/ });
  await expect(href.startsWith('/reset-requests') ? queue.first() : total).toBeVisible();
  const count = (await total.isVisible()) ? numberIn(await total.innerText()) : await queue.count();
  await page.goBack();
  await expect(page).toHaveURL(/dashboard/);
  await expect(main.getByRole('table').first()).toBeVisible();
  return count;
}

for (const [locale, language] of [
  ['en-GB', 'en'],
  ['de-DE', 'de'],
] as const) {
  test(`every number opens exactly its rows, ${language}`, async ({ browser }) => {
    const sample = await startSample(300);
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    const seen = watch(page);
    await page.goto(sample.address);
    const said = await speaking(page, language);
    const queue = said.getByRole('table', { name: 'Reset requests' }).locator('tbody tr');
    await signIn(said, sample.person(/^Administrator and security officer/));
    await expect(page.getByRole('table').first()).toBeVisible();
    const numbers = await numbersOf(page);
    expect(numbers.length).toBeGreaterThan(30);
    for (const { href, says } of numbers) {
      expect({ href, says, rows: await rowsBehind(page, href, queue) }).toEqual({
        href,
        says,
        rows: numberIn(says),
      });
    }
    seen.mustBeClean();
    await sample.stop();
  });
}
