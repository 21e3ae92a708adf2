import {
  approve,
  button,
  goTo,
  heading,
  openRequest,
  signIn,
  signOut,
  stepUp,
  typePassword,
} from '../support/acts.ts';
import { expect } from '../support/expect.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { askForReset, call, enrolled, enrolledToken, recordPasses, tokenOf } from '../support/program.ts';
import type { Person } from '../support/world.ts';

const ANOTHER = 'a quite other passphrase';

export function deskJourneys(test: ShellTest): void {
  test('a complete request: the help desk asks for a decision, a decider hears of it by mail and decides', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    const desk = await enrolled(world, 'help_desk');
    const officer = await enrolled(world, 'security_officer');
    const asked = await askForReset(world, person);
    await recordPasses(world, asked, ['request_code', 'in_person'], await tokenOf(world, desk));

    await signIn(page, desk);
    await openRequest(page, person);
    const waiting = page.getByRole('region', { name: 'Waiting for a decision' });
    await expect(waiting).toContainText('can decide it.');
    await expect(waiting).toContainText('Nobody will call and ask you for a code.');
    await waiting.getByRole('button', { name: 'Ask for a decision' }).click();
    await expect(waiting).toContainText(`${desk.name} asked for a decision`);
    await expect(waiting).toContainText(/They can be asked again in \d+ minutes?\./);
    await expect(waiting.getByRole('button', { name: 'Ask for a decision' })).toHaveCount(0);
    await expect(page.getByText('Decision asked for', { exact: true })).toBeVisible();
    await signOut(page);
    const mail = await mailTo(world.mail, officer.email, new RegExp(`Decision wanted: .*${person.name}`));
    expect(mail.text).toContain(desk.name);

    // Who may decide is told nothing of waiting: it is theirs to decide.
    await signIn(page, officer);
    await openRequest(page, person);
    await expect(heading(page, 'Waiting for a decision')).toHaveCount(0);
    await approve(page, person);
    await stepUp(page, officer);
    await expect(heading(page, `${person.name}’s MFA was reset`)).toBeVisible();
    await expect(button(page, 'Ask for a decision')).toHaveCount(0);
    await signOut(page);
  });

  test('a request is handed to a colleague, who hears of it wherever they are and goes on with it', async ({
    shell: { page, world, follow },
  }) => {
    const person = await enrolled(world);
    const [priya, hana] = [await enrolled(world, 'help_desk'), await enrolled(world, 'help_desk')];
    await askForReset(world, person);
    const there = await follow(world.address);
    await signIn(there, hana);
    await goTo(there, 'Dashboard');

    await signIn(page, priya);
    await openRequest(page, person);
    await button(page, 'Hand to…').click();
    const handing = page.getByRole('dialog', { name: `Hand the request of ${person.name} to a colleague?` });
    await handing.getByRole('button', { name: 'Hand over' }).click();
    await expect(handing.getByText('Choose a colleague').last()).toBeVisible();
    await handing.getByLabel('Colleague').selectOption({ label: `${hana.name} (${hana.username})` });
    await handing.getByRole('button', { name: 'Hand over' }).click();
    await expect(page.getByText(new RegExp(`^${hana.name}, since `))).toBeVisible();
    await expect(page.getByText(`Handed to ${hana.name}`, { exact: true })).toBeVisible();
    await expect(button(page, 'Hand to…')).toHaveCount(0);

    // Hana reads something else, and is told there.
    const notice = there.getByText(`${priya.name} handed you the request of ${person.name}.`);
    await expect(notice).toBeVisible();
    await there.getByRole('link', { name: 'Open', exact: true }).click();
    await expect(there.getByText(`${priya.name} handed it to you`)).toBeVisible();
    await expect(there.getByText(/^You, since /)).toBeVisible();
    await goTo(there, 'Reset requests');
    await there.getByLabel('Whose', { exact: true }).selectOption({ label: 'Handed to me' });
    await expect(there.getByRole('row', { name: person.name, exact: true })).toBeVisible();
    await expect(notice).toHaveCount(0);
    await there.close();
    await signOut(page);
  });

  test('several requests are found, selected and denied with one reason; what a colleague denied first is said', async ({
    shell: { page, world },
  }) => {
    const people = [await enrolled(world), await enrolled(world), await enrolled(world)] as const;
    const [first, second, third] = people;
    const asked = [];
    for (const person of people) asked.push(await askForReset(world, person));
    const officer = await enrolled(world, 'security_officer');
    const token = await enrolledToken(world, 'administrator');
    const ids = asked.map(({ id }) => id);
    const { number } = await call(world, 'resetRequests.get', { id: ids[1] ?? '' }, token);

    await signIn(page, officer);
    await goTo(page, 'Reset requests');
    const row = (person: Person) => page.getByRole('row', { name: person.name, exact: true });
    const search = page.getByRole('searchbox', { name: 'Name, username or number' });
    await search.fill(`#${number}`);
    await expect(row(second)).toBeVisible();
    await expect(row(first)).toHaveCount(0);
    await search.fill(third.username);
    await expect(row(third)).toBeVisible();
    await search.fill('');
    for (const person of people) await row(person).getByRole('checkbox').check();
    const bar = page.getByRole('region', { name: 'Selected requests' });
    await expect(bar).toContainText('3 selected');
    await bar.getByRole('button', { name: 'Deny…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Deny 3 requests?' });
    for (const person of people) await expect(dialog.getByRole('list')).toContainText(person.name);
    await dialog.getByRole('button', { name: 'Deny' }).click();
    await expect(dialog.getByText('Say why, in a sentence.')).toBeVisible();
    await dialog.getByLabel('Why').fill('A wave of calls.');

    // Meanwhile a colleague denies one of them.
    await call(world, 'resetRequests.deny', { id: ids[0] ?? '', reason: 'Not them.' }, token);
    await dialog.getByRole('button', { name: 'Deny' }).click();
    const left = page.getByRole('dialog', { name: '2 of 3 were denied' });
    await expect(left.getByRole('listitem')).toHaveCount(1);
    await expect(left.getByRole('listitem')).toContainText(first.name);
    await expect(left.getByRole('listitem')).toContainText('This request was denied by');
    await left.getByRole('button', { name: 'Close' }).last().click();
    await expect(bar).toHaveCount(0);
    for (const id of ids)
      expect((await call(world, 'resetRequests.get', { id }, token)).state).toBe('denied');
    await signOut(page);
    await mailTo(world.mail, third.email, /was denied/);
  });

  test('an attack by somebody who knows the password: a decider signs the person out everywhere, and a mail asks them for a new one', async ({
    shell: { page, world, follow },
  }) => {
    const person = await enrolled(world);
    const desk = await enrolled(world, 'help_desk');
    const officer = await enrolled(world, 'security_officer');
    const { id } = await askForReset(world, person);
    await call(
      world,
      'resetRequests.reportAttack',
      { id, note: 'A voice like three before.' },
      await tokenOf(world, desk),
    );
    const there = await follow(world.address);
    await signIn(there, person);

    await signIn(page, officer);
    await openRequest(page, person);
    await button(page, 'End sessions and ask for a new password').click();
    const dialog = page.getByRole('dialog', { name: `End the sessions of ${person.name}?` });
    await expect(dialog).toContainText('The old one stops working.');
    await dialog.getByRole('button', { name: 'End sessions, ask for a password' }).click();
    await stepUp(page, officer);
    await expect(page.getByText('A link for a new password is on its way.')).toBeVisible();
    await expect(
      page.getByText('Signed out everywhere, new password asked for', { exact: true }),
    ).toBeVisible();
    // Done once: nothing asks to do it again.
    await expect(button(page, 'End sessions and ask for a new password')).toHaveCount(0);
    await signOut(page);

    await expect(heading(there, 'Sign in')).toBeVisible();
    await there.close();
    await typePassword(page, person);
    await expect(page.getByText('That username and password do not match.')).toBeVisible();
    const mail = await mailTo(world.mail, person.email, /^Your password no longer works/);
    expect(mail.text).toContain(`${officer.name} signed you out everywhere`);
    const browser = await follow(linkIn(mail, '/set-password#'));
    await browser.getByLabel('New password').fill(ANOTHER);
    await button(browser, 'Set password').click();
    await expect(heading(browser, 'Your password is set')).toBeVisible();
    await browser.close();
    await page.reload();
    await signIn(page, { ...person, password: ANOTHER });
    await signOut(page);
  });

  test('on a person’s page: their sessions end, with the password or without', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    const officer = await enrolled(world, 'security_officer');
    await signIn(page, officer);
    await goTo(page, 'Users');
    await page.getByRole('searchbox').fill(person.username);
    await page.getByRole('row', { name: person.name, exact: true }).click();
    await button(page, 'Actions').click();
    await page.getByRole('menuitem', { name: 'End sessions and ask for a new password…' }).click();
    const dialog = page.getByRole('dialog', { name: `End the sessions of ${person.name}?` });
    await dialog.getByLabel('Ask for a new password').click();
    await expect(dialog).toContainText('Anyone who knows the password can still enter it.');
    await dialog.getByRole('button', { name: 'End sessions', exact: true }).click();
    await stepUp(page, officer);
    await expect(page.getByText(`${person.name} is signed out everywhere.`)).toBeVisible();
    await signOut(page);
    await signIn(page, person);
    await signOut(page);
  });
}
