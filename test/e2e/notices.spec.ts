/** What waits for whoever is signed in: a bell with what is new, a list whose numbers are those of the pages behind it. */
import { expect, test, type Page } from '@playwright/test';
import { button, signIn } from './support/acts.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';

let sample: Sample;
test.beforeAll(async () => {
  sample = await startSample(60);
});
test.afterAll(async () => {
  await sample.stop();
});

const bell = (page: Page) => button(page, /^Waiting for you/);
const list = (page: Page) => page.getByRole('dialog', { name: 'Waiting for you' });

test('issue 15.13: what waits is found by the bell, seen on every machine, and counted as its list counts', async ({
  page,
  browser,
}) => {
  const seen = watch(page);
  const officer = sample.person(/sees and may do everything/);
  await page.goto(sample.address);
  await signIn(page, officer);
  await expect(bell(page)).toHaveAccessibleName(/^Waiting for you \d+$/);
  const elsewhere = await browser.newContext({
    locale: 'en-GB',
    storageState: await page.context().storageState(),
  });
  const phone = await elsewhere.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(sample.address);
  await expect(bell(phone)).toHaveAccessibleName(/, \d+ new$/);

  await bell(page).focus();
  await page.keyboard.press('Enter');
  await expect(list(page).getByText('New', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list(page)).toHaveCount(0);
  await expect(bell(page)).toBeFocused();
  await expect(bell(page)).toHaveAccessibleName('Waiting for you');
  await phone.reload();
  await expect(bell(phone)).toHaveAccessibleName('Waiting for you');
  await elsewhere.close();

  await bell(page).click();
  await expect(list(page).getByText('New', { exact: true })).toHaveCount(0);
  const requests = list(page).getByRole('link', { name: /^Reset requests \d+$/ });
  const count = Number(/\d+/.exec((await requests.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  await requests.click();
  await expect(list(page)).toHaveCount(0);
  const table = page.getByRole('table', { name: 'Reset requests' }).locator('tbody').getByRole('row');
  await expect(table).toHaveCount(count);

  await bell(page).click();
  const first = list(page).getByRole('region', { name: 'Reset requests' }).getByRole('listitem').first();
  const name = (await first.getByRole('link').innerText()).split('\n')[0] ?? '';
  await first.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  seen.mustBeClean();
});

test('whoever has no role sees no bell', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, sample.person(/A user with MFA on/));
  await expect(bell(page)).toHaveCount(0);
  seen.mustBeClean();
});
