/** Issue 15.14: what a list filters by is read, taken away one by one and kept by name, and a range of rows is selected at once. */
import { expect, test, type Page } from '@playwright/test';
import { settled, visit } from './screens/shoot.ts';
import { button, signIn } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import type { Person } from './support/world.ts';

let sample: Sample;
let officer: Person;
test.beforeAll(async () => {
  sample = await startSample(60);
  officer = sample.person(/sees and may do everything/);
});
test.afterAll(async () => {
  await sample.stop();
});

const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are on' }).getByRole('listitem');
const removes = (page: Page, filter: string) => button(page, `Remove the filter ${filter}`);

test('filters of a list are chips, in its address, and leave by their cross or by Delete with the focus kept', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  await visit(page, '/users');
  await expect(chips(page)).toHaveCount(0);

  await button(page, 'More filters').click();
  const more = page.getByRole('dialog', { name: 'More filters' });
  await more.getByLabel('Last sign-in').selectOption('Never signed in');
  await more.getByLabel('Password').selectOption('No password');
  await more.getByLabel('MFA due from').fill('01/12/2025');
  await more.getByLabel('MFA due until').fill('31/12/2035');
  await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/dueFrom=2025-12-01/);
  await page.getByLabel('Status', { exact: true }).selectOption('Active');
  await expect(page).toHaveURL(/status=active/);
  // The last one takes all away.
  await expect(chips(page)).toHaveCount(6);
  await settled(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 844 });

  await removes(page, 'Status: Active').focus();
  await page.keyboard.press('Delete');
  await expect(removes(page, 'MFA due from: Mon, 1 Dec 2025')).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(removes(page, 'MFA due until: Mon, 31 Dec 2035')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(removes(page, 'Last sign-in: never')).toBeFocused();
  await expect(page).toHaveURL(/lastSignIn=never&passwordSet=no$/);
  const address = page.url();
  const shown = page.getByRole('table', { name: 'Users' }).locator('tbody tr');
  const rows = await shown.count();
  await page.reload();
  await expect(shown).toHaveCount(rows);
  expect(page.url()).toBe(address);
  await button(page, 'Clear all').click();
  await expect(chips(page)).toHaveCount(0);
  await expect(page.getByLabel('MFA state', { exact: true })).toBeFocused();
  await expect(page).toHaveURL(/\/users$/);
  seen.mustBeClean();
});

test('the queue, the log, its report of resets and the outbox have the same chips', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  for (const [place, filter] of [
    ['/reset-requests?state=all&tier=elevated', 'Tier: Elevated'],
    ['/audit?action=user&address=192.0.2.1', 'Address: 192.0.2.1'],
    ['/audit/resets?tier=standard', 'Tier: Standard'],
    ['/outbox?state=sent', 'State: Sent'],
  ] as const) {
    await visit(page, place);
    await expect(removes(page, filter)).toBeVisible();
    await removes(page, filter).click();
    await expect(removes(page, filter)).toHaveCount(0);
  }
  seen.mustBeClean();
});

test('a range of rows is selected with Shift, by press and by key', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  await visit(page, '/users');
  const rows = page.getByRole('table', { name: 'Users' }).locator('tbody tr');
  const isSelected = async (index: number) =>
    (await rows.nth(index).getAttribute('aria-selected')) === 'true';
  const selected = async () => {
    const all = await Promise.all(Array.from({ length: 9 }, (_, index) => isSelected(index)));
    return all.flatMap((is, index) => (is ? [index] : []));
  };
  await rows.nth(1).getByRole('checkbox').click();
  await rows
    .nth(4)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  expect(await selected()).toEqual([1, 2, 3, 4]);
  // Back over some of them: they are as the row where the range began.
  await rows.nth(4).getByRole('checkbox').click();
  await rows
    .nth(3)
    .locator('[data-link] > a')
    .click({ modifiers: ['Shift'] });
  expect(await selected()).toEqual([1, 2]);
  await expect(page.getByText('2 people selected')).toBeVisible();
  await rows.nth(5).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+Space');
  expect(await selected()).toEqual([1, 2, 5, 6, 7]);
  expect(page.context().pages()).toHaveLength(1);

  await visit(page, '/reset-requests');
  const requests = page.getByRole('table', { name: 'Reset requests' }).locator('tbody tr');
  await requests.nth(0).getByRole('checkbox').click();
  await requests
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(requests.and(page.locator('[aria-selected=true]'))).toHaveCount(3);
  seen.mustBeClean();
});

test('a view that is saved by name is found in another browser and in the palette, renamed, deleted and had back', async ({
  page,
  browser,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  const views = (on: Page) => button(on, 'Saved views');
  await visit(page, '/users');
  await views(page).click();
  await expect(page.getByRole('menuitem', { name: 'To save a view, filter' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await visit(page, '/users?state=off&lastSignIn=never&sort=-name');
  await views(page).click();
  await expect(page.getByText('No saved views of this list yet')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  const saving = page.getByRole('dialog', { name: 'Save this view' });
  await saving.getByRole('button', { name: 'Save view' }).click();
  await expect(saving).toContainText('Give the view a name.');
  await saving.getByLabel('Name').fill('Never came in');
  await page.keyboard.press('Enter');
  await expect(page.getByText('View saved.')).toBeVisible();
  await views(page).click();
  await expect(page.getByRole('menuitemradio', { name: 'Never came in', checked: true })).toBeVisible();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await saving.getByLabel('Name').fill('never CAME in');
  await expect(saving).toContainText(
    'You already have a view with this name. Replacing it saves the list as it is now.',
  );
  await saving.getByRole('button', { name: 'Replace' }).click();
  await expect(page.getByText('View replaced: Never came in')).toBeVisible();

  const other = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await other.goto(sample.address);
  await signIn(other, officer);
  await visit(other, '/users');
  await views(other).click();
  await expect.poll(() => layoutFaults(other, () => true)).toEqual([]);
  await other.getByRole('menuitemradio', { name: 'Never came in' }).click();
  await expect(other).toHaveURL(/\/users\?state=off&lastSignIn=never&sort=-name$/);
  await expect(chips(other)).toHaveCount(3);
  await other.keyboard.press('Control+k');
  await other.getByRole('dialog').getByRole('combobox').fill('never came');
  await expect(other.getByRole('option', { name: /Never came in/ })).toContainText('Saved view');
  await other.keyboard.press('Escape');
  await visit(other, '/audit');
  await views(other).click();
  await expect(other.getByText('No saved views of this list yet')).toBeVisible();
  await other.keyboard.press('Escape');

  await visit(other, '/users');
  await views(other).click();
  await other.getByRole('menuitem', { name: 'Rename or delete…' }).click();
  const manage = other.getByRole('dialog', { name: 'Saved views' });
  await manage.getByRole('button', { name: 'Rename Never came in' }).click();
  await other.getByRole('textbox', { name: 'Name' }).fill('Not in yet');
  await other.keyboard.press('Enter');
  await manage.getByRole('button', { name: 'Delete Not in yet' }).click();
  await button(other, 'Undo').click();
  await views(other).click();
  await expect(other.getByRole('menuitemradio', { name: 'Not in yet' })).toBeVisible();
  await other.getByRole('menuitem', { name: 'Rename or delete…' }).click();
  await manage.getByRole('button', { name: 'Delete Not in yet' }).click();
  await expect(manage).toBeHidden();
  await page.reload();
  await views(page).click();
  await expect(page.getByText('No saved views of this list yet')).toBeVisible();
  seen.mustBeClean();
});
