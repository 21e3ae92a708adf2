/** The auditor's question, on the page, as a file and on paper. */
import { expect, test } from '@playwright/test';
import { button, goTo, heading, signIn } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';

let sample: Sample;
test.beforeAll(async () => {
  sample = await startSample(60);
});
test.afterAll(async () => {
  await sample.stop();
});

test('issue 15.7: who had MFA reset, on what evidence, verified and approved by whom', async ({ page }) => {
  const seen = watch(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(sample.address);
  await signIn(page, sample.person(/Auditor/));
  await goTo(page, 'Audit log');
  await page.getByRole('link', { name: 'Resets', exact: true }).click();
  await expect(page).toHaveURL(/\/audit\/resets$/);
  await expect(heading(page, 'Resets')).toBeVisible();
  const table = page.getByRole('table', { name: 'Resets' });
  const first = table.getByRole('row').nth(1);
  await expect(first).toContainText(/Call back|In person|Manager|Request code|Photo/);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByLabel('Tier').selectOption('Privileged');
  await expect(page).toHaveURL(/tier=privileged/);
  await expect(table.getByRole('row', { name: /./ }).nth(1)).toContainText('Privileged');
  const download = page.waitForEvent('download');
  await button(page, 'Save as CSV').click();
  expect((await download).suggestedFilename()).toMatch(/^gatehouse-resets-\d{4}-\d\d-\d\d\.csv$/);

  // On paper: the list and where the log ends, without the way to other pages.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByText(/the last one’s hash is [0-9a-f]{64}/)).toBeVisible();
  seen.mustBeClean();
});
