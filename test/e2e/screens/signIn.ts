import { expect, type Page } from '@playwright/test';
import { appOf, button, codeField, heading, signIn, signOut, typePassword } from '../support/acts.ts';
import { scan } from '../support/qr.ts';
import { call, tokenOf } from '../support/program.ts';
import type { Person, World } from '../support/world.ts';
import { closeDialog, settled, visit, type Shoot } from './shoot.ts';

interface People {
  /** Has set up. */
  settled: Person;
  /** Have not: signing in leads the first into setup. */
  required: Person;
  optional: Person;
}

/** Signing in, from the password to the request for a reset. */
export async function signInScreens(page: Page, world: World, people: People, shoot: Shoot): Promise<void> {
  await expect(heading(page, 'Sign in')).toBeVisible();
  await shoot('sign-in');
  await typePassword(page, { ...people.settled, password: 'not the password' });
  await expect(page.getByRole('alert')).toBeVisible();
  await shoot('sign-in-refused');
  await typePassword(page, people.settled);
  await expect(codeField(page)).toBeVisible();
  await shoot('code');
  for (let wrong = 0; wrong < 2; wrong += 1) {
    await codeField(page).fill(appOf(people.settled).wrongCode());
    await expect(page.getByRole('alert')).toBeVisible();
    await codeField(page).fill('');
  }
  await expect(page.getByText(/^It is /)).toBeVisible();
  await shoot('code-refused-twice');
  await button(page, 'Reset Multi-Factor Authentication').click();
  await expect(heading(page, 'Multi-Factor Authentication Reset')).toBeVisible();
  await shoot('reset-request');
  await page.getByLabel('Phone replaced').check();
  await button(page, 'Submit Reset Request').click();
  await expect(page.getByLabel('Request code')).toBeVisible();
  await shoot('reset-requested');
  await button(page, 'Back to sign in').click();
  await page.getByRole('link', { name: 'Forgot password' }).click();
  await expect(heading(page, 'Forgot password')).toBeVisible();
  await shoot('forgot-password');
  await page.getByLabel('Username or e-mail address').fill('somebody');
  await button(page, 'Send link').click();
  await expect(heading(page, 'Check your mail')).toBeVisible();
  await shoot('forgot-password-sent');
  await page.getByRole('link', { name: 'Back to sign in' }).click();

  await typePassword(page, people.required);
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await shoot('setup-required');
  people.required.authenticator = await scan(page);
  await page.getByLabel('Authentication Code').fill(await people.required.authenticator.code());
  await expect(heading(page, 'Multi-Factor Authentication is on')).toBeVisible();
  await shoot('setup-done');
  await button(page, /^Continue to/).click();
  await settled(page);
  await call(world, 'me.endSessions', {}, await tokenOf(world, people.required));
  // The page hears of it by itself, or at the next click, whichever comes first.
  const users = page.getByRole('link', { name: 'Users' });
  await expect(async () => {
    if (await users.isVisible()) await users.click({ timeout: 1000 });
    await expect(heading(page, 'Sign in')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await settled(page);
  await shoot('signed-out');
  // Else the next one would be led to where this one was.
  await visit(page, '/sign-in');
}

/** Everyone's own page, and the dialogs on it. */
export async function ownScreens(page: Page, people: People, shoot: Shoot): Promise<void> {
  await signIn(page, people.optional);
  await settled(page);
  await shoot('security-settings-off');
  await button(page, 'Setup').click();
  await expect(button(page, 'Continue')).toBeVisible();
  await shoot('setup-apps');
  await button(page, 'Continue').click();
  const authenticator = await scan(page);
  await shoot('setup-scan');
  await page.getByLabel('Authentication Code').fill(await authenticator.code());
  await expect(button(page, 'Done')).toBeVisible();
  await shoot('setup-on');
  await button(page, 'Done').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await settled(page);
  await shoot('security-settings-on');
  await button(page, 'Move to a new phone').click();
  await expect(codeField(page)).toBeVisible();
  await shoot('move');
  await closeDialog(page);
  await button(page, 'Change password').click();
  await button(page, 'Change password').click();
  await shoot('change-password');
  await button(page, 'Cancel').click();
  await button(page, 'Disable').click();
  await expect(codeField(page)).toBeVisible();
  await shoot('disable');
  await codeField(page).fill(await authenticator.code());
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(button(page, 'Done')).toBeVisible();
  await shoot('reset-pending');
  await button(page, 'Done').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await settled(page);
  await shoot('security-settings-reset-pending');
  await signOut(page);
}
