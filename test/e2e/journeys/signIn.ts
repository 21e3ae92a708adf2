import type { Locator } from '@playwright/test';
import { expect } from '../support/expect.ts';
import {
  appOf,
  button,
  codeField,
  heading,
  setUpAtSignIn,
  signIn,
  signOut,
  typeCode,
  typePassword,
} from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { mailTo } from '../support/mailbox.ts';
import { enrolled } from '../support/program.ts';

const selected = (field: Locator) =>
  field.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );

export function signInJourneys(test: ShellTest): void {
  test('required setup at sign-in, and on to the organisation', async ({ shell: { page, world } }) => {
    const person = world.newcomer('help_desk');
    await typePassword(page, person);
    await expect(page.getByRole('listitem').getByRole('link')).toHaveText([
      'Google Authenticator',
      'Microsoft Authenticator',
      'Authy',
    ]);
    await setUpAtSignIn(page, person);
    await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
    await mailTo(world.mail, person.email, /is set up/);
    await signOut(page);

    // From now on the code is asked for at every sign-in.
    await typePassword(page, person);
    await typeCode(page, person);
    await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
    await signOut(page);
  });

  test('sign-in with a code: wrong ones are selected and explained, a paste with spaces is taken', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    await typePassword(page, person);
    await expect(codeField(page)).toBeFocused();
    await page.keyboard.type(appOf(person).wrongCode());
    await expect(page.getByRole('alert')).toHaveText(/^That code is not right\./);
    await expect.poll(() => selected(codeField(page))).toBe(appOf(person).wrongCode());
    await expect(codeField(page)).toBeFocused();
    await mailTo(world.mail, person.email, /wrong code/);

    await page.keyboard.type(appOf(person).wrongCode());
    await expect(page.getByText(/^It is \S+ here\./)).toBeVisible();

    const code = await appOf(person).code();
    await page.keyboard.insertText(` ${code.slice(0, 3)} ${code.slice(3)} `);
    await expect(heading(page, 'Security Settings')).toBeVisible();
    await signOut(page);
  });

  test('a wrong password and an unknown name get one and the same answer', async ({
    shell: { page, world },
  }) => {
    const person = world.newcomer();
    const answers: string[] = [];
    for (const username of [person.username, 'nobody-of-that-name']) {
      await typePassword(page, { ...person, username, password: 'not the password at all' });
      const field = page.getByLabel('Password', { exact: true });
      await expect.poll(() => selected(field)).toBe('not the password at all');
      answers.push(await page.getByRole('alert').innerText());
    }
    expect(answers[1]).toBe(answers[0]);
    await signIn(page, person);
    await signOut(page);
  });

  test('a code works once', async ({ shell: { page, world } }) => {
    const person = await enrolled(world);
    const code = await appOf(person).code();
    await typePassword(page, person);
    await codeField(page).fill(code);
    await expect(heading(page, 'Security Settings')).toBeVisible();
    await signOut(page);
    await typePassword(page, person);
    await codeField(page).fill(code);
    await expect(page.getByRole('alert')).toHaveText(/each code works once/);
    await button(page, 'Back').click();
  });
}
