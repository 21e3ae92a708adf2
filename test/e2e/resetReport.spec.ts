/** What leaves the console: the auditor's question, exports of what is shown, and pages on paper. */
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { PLACES } from './screens/console.ts';
import { settled, visit } from './screens/shoot.ts';
import { button, goTo, heading, signIn, stepUp } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import type { Person } from './support/world.ts';

let sample: Sample;
let auditor: Person;
test.beforeAll(async () => {
  sample = await startSample(60);
  auditor = sample.person(/Auditor/);
});
test.afterAll(async () => {
  await sample.stop();
});

test('issue 15.7: who had MFA reset, on what evidence, verified and approved by whom', async ({ page }) => {
  const seen = watch(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(sample.address);
  await signIn(page, auditor);
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

test('issue 15.7: an export of the audit log has what the list shows', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, auditor);
  await goTo(page, 'Audit log');
  await expect(button(page, 'Export')).toBeVisible();
  await page.getByLabel('What happened').selectOption('Reset requests: all');
  await expect(page).toHaveURL(/action=reset_request/);
  await settled(page);
  await button(page, 'Export what is shown').click();
  await expect(page.getByRole('menuitem', { name: /^JSON Lines; a part can’t be verified$/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /^CSV/ }).click();
  await stepUp(page, auditor);
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^gatehouse-audit-part-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...events] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
  expect(head).toContain('actor id,actor name');
  expect(events.length).toBeGreaterThan(0);
  expect(events.filter((line) => !line.includes(',reset_request.'))).toEqual([]);
  await page.getByLabel('What happened', { exact: true }).selectOption('Audit log: all');
  await page.getByRole('row').filter({ hasText: 'Audit log exported' }).first().click();
  const detail = page.getByRole('complementary', { name: 'Details' });
  await expect(
    detail.getByRole('heading', { name: /exported a part of the audit log \(CSV\)$/ }),
  ).toBeVisible();
  await expect(detail).toContainText('Reset requests: all');
  seen.mustBeClean();
});

test('no page prints the way to others', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, sample.person(/sees and may do everything/));
  for (const width of [1280, 600]) {
    await page.setViewportSize({ width, height: 900 });
    for (const place of [...PLACES, 'audit/resets', 'users/import', 'policy/versions']) {
      await page.emulateMedia({ media: 'screen' });
      await visit(page, `/${place}`);
      await page.emulateMedia({ media: 'print' });
      const ways = page.getByRole('navigation', { name: 'Main' }).or(page.getByRole('banner'));
      await expect(ways, `${place} at ${width}`).toHaveCount(0);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
  }
  seen.mustBeClean();
});
