import { expect } from '../support/expect.ts';
import { button, heading, signIn, signOut, typeCode, typePassword } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { enrolled } from '../support/program.ts';
import { ORGANISATION } from '../support/world.ts';

/** One that isn’t connected any more. */
const NO_SYSTEM = '01890c5e-0000-7000-8000-000000000001';
const ANOTHER = 'seven copper kettles at dawn';

export function passwordJourneys(test: ShellTest): void {
  test('lost, from a connected system: a plea by username and password, or the activation code', async ({
    shell: { page, world, follow },
  }) => {
    const person = await enrolled(world);
    await expect(heading(page, 'Sign in')).toBeVisible();
    const there = await follow(`${world.address}/lost-device?system=${NO_SYSTEM}`);
    await expect(heading(there, 'Lost what you sign in with?')).toBeVisible();
    const type = async (password: string) => {
      await there.getByLabel('Username').fill(person.username);
      await there.getByLabel('Password', { exact: true }).fill(password);
      await there.keyboard.press('Enter');
    };
    await type('not the password');
    await expect(there.getByText(/do not match/)).toBeVisible();
    await type(person.password);
    await expect(there.getByText(/^This link leads nowhere any more/)).toBeVisible();
    await button(there, 'I have an activation code').click();
    await button(there, 'Continue').click();
    await expect(there.getByText('Type the activation code.')).toBeVisible();
    await there.getByLabel('Activation code').fill('ABCD-EFGH-JKMN-PQRS');
    await button(there, 'Continue').click();
    await expect(there.getByText(/^No account of yours waits/)).toBeVisible();
  });

  test('a forgotten password: a mailed link, and the code is still asked for', async ({
    shell: { page, world, follow },
  }) => {
    const person = await enrolled(world);
    await page.getByRole('link', { name: 'Forgot password' }).click();
    // The screen before has a field of the same name.
    await expect(heading(page, 'Forgot password')).toBeVisible();
    await page.getByLabel('Username').fill(person.username);
    await button(page, 'Send link').click();
    await expect(heading(page, 'Check your mail')).toBeVisible();
    await page.getByRole('link', { name: 'Back to sign in' }).click();

    const mail = await mailTo(world.mail, person.email, /^Set a new password/);
    const link = linkIn(mail, '/set-password#');
    // A mail gateway cut it off: the whole one is pasted.
    const browser = await follow(link.slice(0, link.indexOf('#')));
    await expect(heading(browser, 'The last part of this link is missing')).toBeVisible();
    await browser.getByLabel('Link from the mail').fill(link);
    await button(browser, 'Continue').click();
    await expect(browser.getByLabel('New password')).toBeVisible();
    await browser.reload();
    await expect(browser).toHaveTitle(`Set your password · ${ORGANISATION}`);
    await browser.getByLabel('New password').fill(ANOTHER);
    await button(browser, 'Set password').click();
    await expect(heading(browser, 'Your password is set')).toBeVisible();
    await expect(browser.getByText('Your other sessions have ended.')).toBeVisible();
    // The token is out of the address bar, before anyone looks over a shoulder.
    expect(new URL(browser.url()).hash).toBe('');
    await mailTo(world.mail, person.email, /password was changed/);

    await typePassword(page, { ...person, password: ANOTHER });
    await typeCode(page, person);
    await expect(heading(page, 'Security Settings')).toBeVisible();
    await signOut(page);
  });

  test('a change of password ends the other sessions', async ({ shell: { page, world, follow } }) => {
    const person = world.newcomer();
    const other = await follow(world.address);
    await signIn(other, person);
    await signIn(page, person);
    await button(page, 'Change password').click();
    await page.getByLabel('Current password').fill('not the one that it is');
    await page.getByLabel('New password').fill(ANOTHER);
    await button(page, 'Change password').click();
    await expect(page.getByRole('alert')).toHaveText(/not right/);
    await page.getByLabel('Current password').fill(person.password);
    await button(page, 'Change password').click();
    await expect(page.getByText('Password changed. Your other sessions have ended.')).toBeVisible();
    await other.reload();
    await expect(heading(other, 'Sign in')).toBeVisible();
    await signOut(page);
  });
}
