/** What was typed is not lost by a slip: every form and dialog stays as it is, or asks first. */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { button, signIn } from './support/acts.ts';
import { visit } from './screens/shoot.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import type { Person } from './support/world.ts';

let sample: Sample;
/** One app for both: a code counts once. */
let officer: Person;
test.beforeAll(async () => {
  sample = await startSample(60);
  officer = sample.person(/sees and may do everything/);
});
test.afterAll(async () => {
  await sample.stop();
});

const TYPED = 'Spoken with Annegret';

interface Form {
  /** Leads to it. */
  open: (page: Page) => Promise<void>;
  field: (page: Page) => Locator;
}

const dialog = (page: Page) => page.getByRole('dialog').first();
const firstRow = (page: Page, table: string) =>
  page.getByRole('table', { name: table }).locator('tbody').getByRole('row').first();

/** Opens the page of somebody and chooses one of the acts. */
const act = (name: string) => async (page: Page) => {
  await visit(page, '/users?state=on');
  await firstRow(page, 'Users').click();
  await button(page, 'Actions').click();
  await page.getByRole('menuitem', { name }).click();
};
/** Opens a page and presses a button of it. */
const press = (path: string, name: string) => async (page: Page) => {
  await visit(page, path);
  await button(page, name).first().click();
};
const within = (label: string) => (page: Page) => dialog(page).getByLabel(label).first();

const DIALOGS: Record<string, Form> = {
  'add a user': { open: press('/users', 'Add user'), field: within('Name') },
  'edit a user': { open: act('Edit profile and contacts…'), field: within('Name') },
  'reset directly': { open: act('Reset MFA directly…'), field: within('Note') },
  'open a request for a caller': {
    open: press('/reset-requests', 'Open for a caller'),
    field: within('Note'),
  },
  freeze: { open: press('/reset-requests', 'Freeze'), field: within('Why') },
  deny: {
    open: async (page) => {
      await visit(page, '/reset-requests?state=open');
      await firstRow(page, 'Reset requests').click();
      await button(page, 'Deny').click();
    },
    field: within('Why'),
  },
  'exempt somebody': { open: press('/policy', 'Exempt somebody'), field: within('Reason') },
  'add a provider': { open: press('/settings', 'Add provider'), field: within('Name') },
  'add an authenticator': {
    open: press('/security', 'Add another authenticator'),
    field: within('Name'),
  },
};

const PAGES: Record<string, Form> = {
  policy: {
    open: (page) => visit(page, '/policy'),
    field: (page) => page.getByRole('textbox', { name: 'Grace' }),
  },
  settings: {
    open: (page) => visit(page, '/settings'),
    field: (page) => page.getByLabel('Help desk phone'),
  },
  import: {
    open: (page) => visit(page, '/users/import'),
    field: (page) => page.getByLabel('Or paste the rows'),
  },
};

/** Whether the browser would ask before the window is closed. */
const asksAtClose = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

test('dialogs stay at a click beside them, and Escape and the window’s cross ask first', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  const question = page.getByRole('dialog', { name: 'Close without saving?' });
  for (const [name, { open, field }] of Object.entries(DIALOGS)) {
    await test.step(name, async () => {
      await open(page);
      await field(page).fill(TYPED);
      await page.mouse.click(2, 2);
      await expect(field(page)).toHaveValue(TYPED);
      await expect.poll(() => asksAtClose(page)).toBe(true);
      await page.keyboard.press('Escape');
      await expect(question).toBeVisible();
      await question.getByRole('button', { name: 'Cancel' }).click();
      await expect(question).toHaveCount(0);
      await expect(field(page)).toHaveValue(TYPED);
      await page.keyboard.press('Escape');
      await button(page, 'Close and lose it').click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      // Nothing was typed: nothing is asked.
      await open(page);
      await expect(field(page)).not.toHaveValue(TYPED);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
  }
  seen.mustBeClean();
});

test('pages ask before they are left', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  for (const [name, { open, field }] of Object.entries(PAGES)) {
    await test.step(name, async () => {
      await open(page);
      await field(page).fill('12');
      await expect.poll(() => asksAtClose(page)).toBe(true);
      await page.getByRole('link', { name: 'Outbox' }).click();
      await dialog(page).getByRole('button', { name: 'Cancel' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(field(page)).toHaveValue('12');
      await page.getByRole('link', { name: 'Outbox' }).click();
      await button(page, 'Leave and lose it').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
    });
  }
  seen.mustBeClean();
});
