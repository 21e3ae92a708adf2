/** What was typed is not lost by a slip: every form and dialog stays as it is, or asks first, or is there again. */
import { rmSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { TOLD, WALKED, type Step, type Walked } from '../support/typedFields.ts';
import { button, signIn, typePassword } from './support/acts.ts';
import { visit } from './screens/shoot.ts';
import { serve } from '../support/gatehouse.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import { PATIENT, temporaryFolder, type Person } from './support/world.ts';

let sample: Sample;
/** One app for all: a code counts once. */
let officer: Person;
test.beforeAll(async () => {
  sample = await startSample(60);
  officer = sample.person(/sees and may do everything/);
});
test.afterAll(async () => {
  await sample.stop();
});

const TYPED = 'Spoken with Annegret';

const rows = (page: Page, table: string) =>
  page.getByRole('table', { name: table }).locator('tbody').getByRole('row');

async function press(page: Page, step: Step): Promise<void> {
  if (typeof step === 'string') await button(page, step).first().click();
  else if ('begins' in step)
    await page
      .getByRole('button', { name: new RegExp(`^${step.begins}`) })
      .first()
      .click();
  else if ('row' in step) await rows(page, step.row).first().click();
  else if ('tick' in step) await rows(page, step.tick).first().getByRole('checkbox').check();
  else await page.getByRole('menuitem', { name: step.item }).click();
}

/** As somebody gets there, from another page, so that there is something to go back to. */
async function open(page: Page, { at, press: steps = [] }: Walked): Promise<void> {
  await visit(page, '/outbox');
  await visit(page, at);
  for (const step of steps) await press(page, step);
}

const fieldOf = (page: Page, { leaving, field }: Walked): Locator =>
  (leaving === 'dialog' ? page.getByRole('dialog').first() : page.getByRole('main'))
    .getByRole('textbox', { name: field })
    .first();

/** Whether the browser would ask before the window is closed or loaded again. */
const asksAtClose = (page: Page) =>
  page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));

const asking = (page: Page) => page.getByRole('dialog', { name: /^(?:Leave|Close) / });

/** Does something that would lose it: it is asked, and nothing is lost for who stays. */
async function asksAt(page: Page, form: Walked, slip: () => Promise<unknown>): Promise<void> {
  await slip();
  await asking(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(asking(page)).toHaveCount(0);
  await expect(fieldOf(page, form)).toHaveValue(form.text ?? TYPED);
}

const named = (leaving: Walked['leaving']) => WALKED.filter((form) => form.leaving === leaving);

test('dialogs stay at a click beside them; Escape, back and the window’s cross ask first', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  for (const form of named('dialog')) {
    await test.step(form.name, async () => {
      await open(page, form);
      const field = fieldOf(page, form);
      await field.fill(TYPED);
      await page.mouse.click(2, 2);
      await expect(field).toHaveValue(TYPED);
      await expect.poll(() => asksAtClose(page)).toBe(true);
      await asksAt(page, form, () => page.keyboard.press('Escape'));
      await asksAt(page, form, () => page.goBack());
      await page.keyboard.press('Escape');
      await button(page, 'Close and lose it').click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect.poll(() => asksAtClose(page)).toBe(false);
    });
  }
  seen.mustBeClean();
});

test('pages ask before they are left by a link, by back, by signing out or by the cross', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  for (const form of named('page')) {
    await test.step(form.name, async () => {
      await open(page, form);
      await fieldOf(page, form).fill(form.text ?? TYPED);
      await expect.poll(() => asksAtClose(page)).toBe(true);
      const link = page.getByRole('link', { name: 'Outbox' });
      await asksAt(page, form, () => link.click());
      await asksAt(page, form, () => page.goBack());
      await asksAt(page, form, () => button(page, 'Sign out').click());
      await link.click();
      await button(page, 'Leave and lose it').click();
      await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
    });
  }
  for (const form of named('draft')) {
    await test.step(form.name, async () => {
      await open(page, form);
      await fieldOf(page, form).fill(TYPED);
      await page.getByRole('link', { name: 'Outbox' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Outbox' })).toBeVisible();
      await page.goBack();
      await expect(fieldOf(page, form)).toHaveValue(TYPED);
      await fieldOf(page, form).fill(`${TYPED} again`);
      await page.reload();
      await expect(fieldOf(page, form)).toHaveValue(`${TYPED} again`);
    });
  }
  seen.mustBeClean();
});

test('what was sent is asked about no more', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  const person = sample.person(/A user with MFA on/);
  await signIn(page, person);
  await visit(page, '/security');
  await button(page, 'I no longer have it').click();
  await page.getByLabel('Anything the help desk should know').fill(TYPED);
  await page.getByRole('radio').first().check();
  await button(page, 'Submit Reset Request').click();
  const sent = page.getByRole('dialog', { name: 'Reset requested' });
  await expect(sent).toBeVisible();
  expect(await asksAtClose(page)).toBe(false);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  seen.mustBeClean();
});

test('a plea by somebody who has no code asks before it is left', async ({ page }) => {
  expect(TOLD.map(({ name }) => name)).toContain('a plea at sign-in');
  const seen = watch(page);
  await page.goto(sample.address);
  await typePassword(page, officer);
  await button(page, 'Reset Multi-Factor Authentication').click();
  const note = page.getByLabel('Anything the help desk should know');
  await note.fill(TYPED);
  await expect.poll(() => asksAtClose(page)).toBe(true);
  await button(page, 'Back').click();
  await asking(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(note).toHaveValue(TYPED);
  await button(page, 'Back').click();
  await button(page, 'Leave and lose it').click();
  await expect(page.getByLabel('Authorization Code')).toBeVisible();
  expect(await asksAtClose(page)).toBe(false);
  seen.mustBeClean();
});

test('the form of the first organisation asks before it is left', async ({ page }) => {
  expect(TOLD.map(({ name }) => name)).toContain('the first organisation');
  const seen = watch(page);
  const data = temporaryFolder();
  const server = await serve(['--data', data], PATIENT);
  const [link = ''] = /https?:\/\/\S+\/setup#\S+/.exec(server.printed()) ?? [];
  await page.goto(link);
  await page.getByLabel('Organisation').first().fill(TYPED);
  await expect.poll(() => asksAtClose(page)).toBe(true);
  await page.getByLabel('Organisation').first().fill('');
  await expect.poll(() => asksAtClose(page)).toBe(false);
  await page.goto('about:blank');
  await server.stop();
  rmSync(data, { recursive: true, force: true });
  seen.mustBeClean();
});
