import { expect } from '../support/expect.ts';
import { button, goTo, heading, signIn, signOut, stepUp } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { peopleFile } from '../support/peopleFile.ts';
import { enrolled } from '../support/program.ts';
import { PASSWORD } from '../support/world.ts';

export function peopleJourneys(test: ShellTest): void {
  test('200 people from a CSV: bad rows are shown first, the good ones come in and get a set-up link', async ({
    shell: { page, world, follow },
  }) => {
    const administrator = await enrolled(world, 'administrator');
    const file = peopleFile(`ward-${administrator.username}-`);
    await signIn(page, administrator);
    await goTo(page, 'Users');
    await button(page, 'More').click();
    await page.getByRole('menuitem', { name: 'Import from a CSV…' }).click();
    await expect(heading(page, 'Import people')).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await button(page, 'Choose a file').click();
    const chosen = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(file.content) };
    await (await chooser).setFiles(chosen);

    const counts = `${file.good} rows can be imported, ${file.bad.size} rows can’t.`;
    await expect(page.getByText(counts)).toBeVisible();
    const table = page.getByRole('region', { name: 'Rows that can’t be imported' });
    for (const [line, problem] of file.bad) {
      await expect(table.getByRole('row', { name: `Line ${line}`, exact: true })).toContainText(problem);
    }
    await expect(table.getByRole('row', { name: /^Line \d/ })).toHaveCount(file.bad.size);

    const without = page.getByRole('region', { name: 'Rows imported with missing values' });
    const { line, problem } = file.without;
    await expect(without.getByRole('row', { name: `Line ${line}`, exact: true })).toContainText(problem);

    await button(page, `Import the ${file.good} good rows`).click();
    await stepUp(page, administrator);
    await expect(page.getByText(`${file.good} people imported`)).toBeVisible();
    await expect(
      page.getByText(`The ${file.good} invitations are drafts until you send them.`),
    ).toBeVisible();
    const send = /^Send [0-9]+ invitations?$/;
    await page.getByRole('button', { name: send }).click();
    await page.getByRole('dialog').getByRole('button', { name: send }).click();
    await expect(page.getByText(/invitations? (is|are) on the way/)).toBeVisible();
    await page.getByRole('link', { name: 'See users' }).click();
    await page.getByRole('searchbox', { name: 'Search people' }).fill(file.first.username);
    await expect(page.getByRole('table', { name: 'Users' })).toContainText(file.first.name);
    await signOut(page);

    const mail = await mailTo(world.mail, file.first.email, /^Set up your account/);
    const browser = await follow(linkIn(mail, '/set-password#'));
    await browser.getByLabel('New password').fill(PASSWORD);
    await button(browser, 'Set password').click();
    await expect(heading(browser, 'Your password is set')).toBeVisible();
    await signIn(page, { ...administrator, ...file.first, authenticator: undefined });
    await signOut(page);
  });

  test('someone new is added, and their set-up link works once', async ({
    shell: { page, world, follow },
  }) => {
    const administrator = await enrolled(world, 'administrator');
    const username = `new-${administrator.username}`;
    const email = `${username}@northwind.example`;
    await signIn(page, administrator);
    await goTo(page, 'Users');
    await button(page, 'Add user').click();
    const dialog = page.getByRole('dialog', { name: 'Add user' });
    await dialog.getByLabel('Username').fill(administrator.username);
    await dialog.getByLabel('Name', { exact: true }).fill('Nia New');
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByRole('button', { name: 'Add user' }).click();
    // A refusal stands at its field, and nothing typed is lost.
    await expect(dialog.getByRole('alert')).toHaveText(/taken/);
    await dialog.getByLabel('Username').fill(username);
    await dialog.getByRole('button', { name: 'Add user' }).click();
    await expect(heading(page, 'Nia New')).toBeVisible();
    await signOut(page);

    const link = linkIn(await mailTo(world.mail, email, /^Set up your account/), '/set-password#');
    const browser = await follow(link);
    await browser.getByLabel('New password').fill('short');
    await button(browser, 'Set password').click();
    await expect(browser.getByRole('alert')).toHaveText(/at least 12 characters/i);
    await browser.getByLabel('New password').fill(PASSWORD);
    await button(browser, 'Set password').click();
    await expect(heading(browser, 'Your password is set')).toBeVisible();
    await expect(browser.getByText('Your account is ready.')).toBeVisible();
    await expect(browser.getByText('sessions have ended')).toBeHidden();
    await mailTo(world.mail, email, /account is ready/);
    const again = await follow(link);
    await expect(heading(again, 'This link is no longer valid')).toBeVisible();
  });
}
