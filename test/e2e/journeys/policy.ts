import { expect } from '../support/expect.ts';
import { button, goTo, setUpAtSignIn, signIn, signOut, stepUp, typePassword } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { mailTo } from '../support/mailbox.ts';
import { enrolled } from '../support/program.ts';

export function policyJourneys(test: ShellTest): void {
  test('MFA for everyone: who it reaches, why, a fresh code; then back to the version before', async ({
    shell: { page, world },
  }) => {
    const [officer, colleague] = [
      await enrolled(world, 'security_officer'),
      await enrolled(world, 'security_officer'),
    ];
    const person = world.newcomer();
    await signIn(page, officer);
    await goTo(page, 'Policy');
    const refused: string[] = [];
    page.on('response', (response) => void (response.status() === 400 && refused.push(response.url())));
    await page.getByRole('radio', { name: 'Selected roles and departments' }).check();
    await expect(page.getByText(/^Choose at least one role/)).toHaveCount(1);
    await expect(button(page, 'Save policy')).toBeDisabled();
    await page.getByRole('radio', { name: 'Everyone', exact: true }).check();
    await page.getByRole('textbox', { name: 'Grace' }).fill('0');
    const asked = page.getByRole('status').filter({ hasText: /asked to set up at their next sign-in/ });
    await expect(asked).toContainText('2 changes;');
    // Who it reaches is not asked of a policy that could not be saved.
    expect(refused).toEqual([]);
    // How many changes there are, then how many people they reach.
    const [, reach = ''] = (await asked.innerText()).match(/\d+/g) ?? [];
    await button(page, 'See who').click();
    const reached = page.getByRole('dialog', { name: 'Who this change reaches' });
    // 200 at a time, and another journey may have imported as many.
    const more = reached.getByRole('button', { name: 'Show more' });
    await expect(async () => {
      if (await more.isVisible()) await more.click();
      await expect(reached).toContainText(person.name, { timeout: 2_000 });
    }).toPass();
    // Each row opens its person, and what is changed here stays as it is.
    const row = reached.getByRole('row', { name: person.name, exact: true });
    for (const gesture of [() => row.click(), () => row.click({ button: 'middle' })]) {
      const [tab] = await Promise.all([page.context().waitForEvent('page'), gesture()]);
      await expect(tab.getByRole('heading', { name: person.name }).first()).toBeVisible();
      await tab.close();
    }
    await page.keyboard.press('Escape');
    await expect(asked).toContainText('2 changes;');

    await button(page, 'Save policy').click();
    const dialog = page.getByRole('dialog', { name: /^Save version \d+ of the policy\?$/ });
    await dialog.getByRole('button', { name: 'Save policy' }).click();
    await expect(dialog.getByRole('alert').first()).toHaveText(/^Say why/);
    await dialog.getByLabel('Why').fill('The insurer asks for it.');
    await dialog.getByLabel(`Type ${reach}, the number of people asked`).fill(reach);
    await dialog.getByRole('button', { name: 'Save policy' }).click();
    await stepUp(page, officer);
    await expect(page.getByText(/^Version \d+ of the policy is in force\.$/)).toBeVisible();
    await signOut(page);

    await typePassword(page, person);
    await setUpAtSignIn(page, person);
    await signOut(page);

    await signIn(page, colleague);
    await goTo(page, 'Policy');
    await page.getByRole('link', { name: 'Versions' }).click();
    await page
      .getByRole('list', { name: 'Versions' })
      .getByRole('button', { name: 'Bring back' })
      .first()
      .click();
    await button(page, 'Save policy').click();
    await expect(dialog).toContainText('This makes the policy weaker.');
    await dialog.getByLabel('Why').fill('The insurer gave us more time.');
    await dialog.getByRole('button', { name: 'Save policy' }).click();
    await stepUp(page, colleague);
    await expect(page.getByText(/^Version \d+ of the policy is in force\.$/)).toBeVisible();
    await mailTo(world.mail, officer.email, /policy was weakened/);
    // What was brought back is in force, and not on the form again.
    await expect(page.getByText(/is the same as the policy in force/)).toHaveCount(0);
    await page.reload();
    await expect(page.getByText(/^Version \d+, saved/)).toBeVisible();
    await expect(page.getByText(/is the same as the policy in force/)).toHaveCount(0);
    await expect(button(page, 'Save policy')).toHaveCount(0);
    await signOut(page);
  });

  test('somebody is exempt until a day: who, why, who answers for it; taken out again', async ({
    shell: { page, world },
  }) => {
    const officer = await enrolled(world, 'security_officer');
    const [person, staff] = [world.newcomer(), world.newcomer('help_desk')];
    const choose = async (label: string, name: string) => {
      await page.getByRole('combobox', { name: label }).fill(name);
      await page.getByRole('option', { name }).click();
    };
    const save = async (why: string) => {
      await button(page, 'Save policy').click();
      const dialog = page.getByRole('dialog', { name: /^Save version \d+ of the policy\?$/ });
      await dialog.getByLabel('Why').fill(why);
      await dialog.getByRole('button', { name: 'Save policy' }).click();
    };
    const saved = page.getByText(/^Version \d+ of the policy is in force\.$/);

    await signIn(page, officer);
    await goTo(page, 'Policy');
    await button(page, 'Exempt somebody').click();
    const asking = page.getByRole('dialog', { name: 'Exempt somebody from MFA' });
    await choose('Person', staff.name);
    await expect(asking.getByRole('alert')).toHaveText(/is staff, and staff always need MFA\.$/);
    await choose('Person', person.name);
    await asking.getByLabel('Reason').fill('No phone in the clean room.');
    await button(page, `Exempt ${person.name}`).click();
    await expect(asking.getByRole('alert')).toHaveText('Choose the day on which it ends.');
    const day = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await asking.getByLabel('Ends on').fill(day);
    await button(page, `Exempt ${person.name}`).click();
    const list = page.getByRole('list', { name: 'Exemptions' });
    await expect(list).toContainText(`${officer.name} answers for it.`);
    await save('Until the clean room has its tablet.');
    await stepUp(page, officer);
    await expect(saved).toBeVisible();
    await mailTo(world.mail, officer.email, /policy was weakened/);

    await button(page, `Remove the exemption of ${person.name}`).click();
    await expect(page.getByText('Nobody is exempt.', { exact: true })).toBeVisible();
    await save('The tablet is there.');
    await expect(saved).toBeVisible();
    await signOut(page);
  });
}
