import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { appOf, button, heading } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { call, enrolled } from '../support/program.ts';
import { scan } from '../support/qr.ts';
import { ORGANISATION } from '../support/world.ts';

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Tabs on until the focus is there. What can't be reached so isn't there for people without a mouse. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 100; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`A hundred presses of Tab don't lead to ${String(target)}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}

export function keyboardJourneys(test: ShellTest): void {
  test('by keyboard alone: signing in, setting up, verifying and approving a reset', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    const { username, password } = person;
    const begun = await call(world, 'signIn.start', { username, password });
    const challenge = begun.outcome === 'code_required' ? begun.challenge : '';
    const { requestCode } = await call(world, 'signIn.requestReset', { challenge, reason: 'broken' });

    const officer = world.newcomer('security_officer');
    await expect(page.getByLabel('Username')).toBeFocused();
    await page.keyboard.type(officer.username);
    await page.keyboard.press('Tab');
    await page.keyboard.type(officer.password);
    await page.keyboard.press('Enter');

    await expect(heading(page, 'Multi-Factor Authentication Setup')).toBeVisible();
    officer.authenticator = await scan(page);
    await reach(page, page.getByLabel('Authentication Code'));
    await page.keyboard.type(await officer.authenticator.code());
    await expect(button(page, `Continue to ${ORGANISATION}`)).toBeFocused();
    await page.keyboard.press('Enter');

    await press(
      page,
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Reset requests' }),
    );
    await expect(page.getByRole('heading', { level: 1, name: 'Reset requests' })).toBeVisible();
    const row = page.getByRole('row', { name: person.name, exact: true });
    await reach(page, page.getByRole('table', { name: 'Reset requests' }).locator('tr[tabindex="0"]'));
    await page.keyboard.press('Home');
    for (let rows = 0; rows < 20 && !(await isFocused(row)); rows += 1) await page.keyboard.press('j');
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
    await reach(page, page.getByRole('textbox', { name: 'Request code' }));
    await page.keyboard.type(requestCode);
    await page.keyboard.press('Enter');
    await press(page, button(page, 'Passed'));
    await expect(page.getByText('The evidence is complete. You can decide.')).toBeVisible();
    await press(page, button(page, 'Approve and reset'));
    const dialog = page.getByRole('dialog', { name: `Reset MFA for ${person.name}?` });
    await press(page, dialog.getByRole('button', { name: 'Approve and reset' }));
    await expect(page.getByRole('dialog', { name: 'Confirm it’s you' }).getByRole('textbox')).toBeFocused();
    await page.keyboard.type(await appOf(officer).code());
    await expect(page.getByRole('heading', { name: `${person.name}’s MFA was reset` })).toBeVisible();

    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: 'Reset requests' })).toBeVisible();
    await press(page, button(page, 'Sign out'));
    await expect(heading(page, 'Sign in')).toBeVisible();
  });
}
