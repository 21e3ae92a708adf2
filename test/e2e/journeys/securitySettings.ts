import type { Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { appOf, button, codeField, heading, signIn, signOut, status } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { mailTo } from '../support/mailbox.ts';
import { changePolicy, enrolled } from '../support/program.ts';
import { scan } from '../support/qr.ts';
import type { Person } from '../support/world.ts';

async function disable(page: Page, person: Person, says: RegExp): Promise<void> {
  await button(page, 'Disable').click();
  const dialog = page.getByRole('dialog', { name: 'Disable Multi-Factor Authentication?' });
  await expect(dialog).toContainText(says);
  await dialog.getByLabel('Authorization Code').fill(await appOf(person).code());
  await dialog.getByRole('button', { name: 'Disable' }).click();
}

export function securitySettingsJourneys(test: ShellTest): void {
  test('optional setup from Security Settings', async ({ shell: { page, world } }) => {
    const person = world.newcomer();
    await signIn(page, person);
    await expect(heading(page, 'Authentication')).toBeVisible();
    await expect(status(page)).toHaveText('Off');

    await button(page, 'Setup').click();
    const dialog = page.getByRole('dialog', { name: 'Multi-Factor Authentication Setup' });
    await expect(dialog.getByText('Any other authenticator app (TOTP) will do too.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await expect(dialog.getByText(/every device you’ll use/)).toBeVisible();
    person.authenticator = await scan(page);
    const field = dialog.getByLabel('Authentication Code');
    await field.fill(person.authenticator.wrongCode());
    await expect(dialog.getByRole('alert')).toHaveText(/not right/);
    await field.fill(await person.authenticator.code());
    await expect(dialog.getByText(/needed at every sign-in from now on/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();

    await expect(status(page)).toHaveText(/^On since /);
    await expect(button(page, 'Disable')).toBeVisible();
    await mailTo(world.mail, person.email, /is set up/);
    await signOut(page);
    await signIn(page, person);
    await signOut(page);
  });

  test('move to a new phone: the old one works until the new one is proven', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    const old = appOf(person);
    await signIn(page, person);
    await button(page, 'Move to a new phone').click();
    const dialog = page.getByRole('dialog', { name: 'Move to a new phone' });
    await dialog.getByLabel('Authorization Code').fill(await old.code());
    const fresh = await scan(page);
    await dialog.getByLabel('Authentication Code').fill(await fresh.code());
    await expect(dialog.getByText(/Codes from the old one no longer work/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await mailTo(world.mail, person.email, /has moved to a new phone/);
    await signOut(page);

    await signIn(page, { ...person, authenticator: fresh });
    await signOut(page);
  });

  test('a second authenticator: added by a code, signs in, stopped, and removed', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    await signIn(page, person);
    // With one app there is nothing to tell apart.
    await expect(page.getByRole('list', { name: 'Authenticators' })).toBeHidden();
    await button(page, 'Add another authenticator').click();
    const adding = page.getByRole('dialog', { name: 'Add another authenticator' });
    await adding.getByLabel('Name').fill('Tablet');
    await adding.getByLabel('Authorization Code').fill(await appOf(person).code());
    await adding.getByRole('button', { name: 'Continue' }).click();
    const tablet = await scan(page);
    await adding.getByLabel('Authentication Code').fill(await tablet.code());
    await expect(adding.getByText(/A code from any of yours signs you in/)).toBeVisible();
    await adding.getByRole('button', { name: 'Done' }).click();
    const list = page.getByRole('list', { name: 'Authenticators' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await mailTo(world.mail, person.email, /authenticator was added/);
    await signOut(page);

    await signIn(page, { ...person, authenticator: tablet });
    const acts = (name: string) => list.getByRole('button', { name: `What to do with ${name}` });
    await acts('Authenticator app').click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    const renaming = page.getByRole('dialog', { name: 'Rename the authenticator' });
    await renaming.getByLabel('Name').fill('Phone');
    await renaming.getByRole('button', { name: 'Rename' }).click();
    await acts('Phone').click();
    await page.getByRole('menuitem', { name: 'Stop now' }).click();
    await page
      .getByRole('dialog', { name: 'Stop Phone now?' })
      .getByRole('button', { name: 'Stop now' })
      .click();
    await expect(list.getByText('Stopped')).toBeVisible();
    await mailTo(world.mail, person.email, /authenticator was stopped/);
    await acts('Phone').click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    const removing = page.getByRole('dialog', { name: 'Remove Phone?' });
    await removing.getByLabel('Authorization Code').fill(await tablet.code());
    await removing.getByRole('button', { name: 'Remove' }).click();
    await expect(list).toBeHidden();
    await expect(status(page)).toHaveText(/^On since /);
    await signOut(page);
  });

  test('disable where policy resets by itself: off at once', async ({ shell: { page, world } }) => {
    const back = await changePolicy(world, { automaticReset: true });
    const person = await enrolled(world);
    await signIn(page, person);
    await disable(page, person, /MFA is switched off at once/);
    await expect(status(page)).toHaveText('Off');
    await expect(button(page, 'Setup')).toBeVisible();
    await mailTo(world.mail, person.email, /is off/);
    await signOut(page);
    await signIn(page, { ...person, authenticator: undefined });
    await signOut(page);
    await back();
  });

  test('disable where an administrator has to agree: pending, sign-in goes on, cancelled', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    await signIn(page, person);
    await disable(page, person, /sends a request to an administrator/);
    const dialog = page.getByRole('dialog', { name: 'Reset Pending' });
    await expect(dialog.getByLabel('Request code')).toHaveText(/^[A-Z2-9]{3} [A-Z2-9]{3}$/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(status(page)).toHaveText('Reset Pending');
    await mailTo(world.mail, person.email, /reset of your multi-factor authentication was requested/);
    await signOut(page);

    await signIn(page, person);
    await expect(codeField(page)).toBeHidden();
    await expect(status(page)).toHaveText('Reset Pending');
    await button(page, 'Cancel request').click();
    await expect(status(page)).toHaveText(/^On since /);
    await mailTo(world.mail, person.email, /was cancelled/);
    await signOut(page);
  });
}
