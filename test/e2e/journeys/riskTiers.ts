import type { Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { approve, button, goTo, heading, openRequest, signIn, signOut, stepUp } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { mailTo } from '../support/mailbox.ts';
import { askForReset, call, enrol, enrolled, enrolledToken, recordPasses } from '../support/program.ts';
import type { Person, World } from '../support/world.ts';

/** What whoever decides reads, whether the button is on, and why not. */
const decision = (page: Page) => page.getByRole('region', { name: 'Decision', exact: true });

/** One of the numbered checks. */
const check = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(name) });

/** The check that is open is recorded as passed. */
const passed = (page: Page, name: string) =>
  check(page, name).getByRole('button', { name: 'Passed' }).click();

/** A line of a mail that says when something happened. */
const sentence = (beginning: string) =>
  new RegExp(`^${beginning} \\w+,? \\d+ \\w+ \\d{4} at \\d\\d:\\d\\d\\. Didn’t happen\\? Tell us\\.$`, 'm');

async function changePhone(world: World, token: string): Promise<void> {
  const { user } = await call(world, 'me.get', {}, token);
  const administrator = await enrolledToken(world, 'administrator');
  await call(world, 'users.update', { id: user.id, phone: '+441632960999' }, administrator);
}

/** On the phone with somebody who can't get to the sign-in screen. */
async function openForCaller(page: Page, person: Person): Promise<void> {
  await goTo(page, 'Reset requests');
  await button(page, 'Open for a caller').click();
  const dialog = page.getByRole('dialog', { name: 'Open a request for a caller' });
  await dialog.getByLabel('Who the caller says they are').fill(person.username);
  await page.getByRole('option', { name: person.name }).click();
  await dialog.getByLabel('App deleted').check();
  await dialog.getByRole('button', { name: 'Open request' }).click();
  await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
}

export function riskTierJourneys(test: ShellTest): void {
  test('elevated: for a caller whose number changed; two checks, one of them strong, and another decides', async ({
    shell: { page, world },
  }) => {
    const person = world.newcomer();
    await changePhone(world, await enrol(world, person));
    const verifier = await enrolled(world, 'security_officer');
    const decider = await enrolled(world, 'security_officer');

    await signIn(page, verifier);
    await openForCaller(page, person);
    await expect(heading(page, 'Elevated risk')).toBeVisible();
    const reasons = page.getByRole('list', { name: 'Reasons' }).getByRole('listitem');
    await expect(reasons).toContainText([
      'The phone number changed in the last 30 days.',
      'Staff opened it for a caller, so nobody has proved that they know the password.',
    ]);
    await expect(reasons).toHaveCount(2);
    await button(page, /Call back/).click();
    await expect(check(page, 'Call back')).toContainText(
      'This number changed less than a day ago, so a call to it proves nothing.',
    );
    await expect(check(page, 'Call back').getByRole('button')).toHaveCount(0);
    await button(page, /Photo ID by video/).click();
    await passed(page, 'Photo ID by video');
    await expect(button(page, /Photo ID by video/)).toContainText('Passed');
    await passed(page, 'In person');
    await expect(decision(page)).toContainText(
      'You recorded a check on this request, so someone else has to decide it.',
    );
    await expect(button(page, 'Approve and reset')).toBeDisabled();
    await signOut(page);

    await signIn(page, decider);
    await openRequest(page, person);
    await expect(decision(page)).toContainText('The evidence is complete. You can decide.');
    await approve(page, person);
    await stepUp(page, decider);
    await expect(heading(page, `${person.name}’s MFA was reset`)).toBeVisible();
    await signOut(page);

    const mail = await mailTo(world.mail, person.email, /authentication was reset$/);
    expect(mail.text).toMatch(sentence(`${verifier.name} saw your photo ID by video on`));
    expect(mail.text).toMatch(sentence(`${verifier.name} met you in person on`));
  });

  test('privileged: two who recorded nothing approve; it holds for 24 hours and can be stopped', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world, 'help_desk');
    const [first, second] = [
      await enrolled(world, 'security_officer'),
      await enrolled(world, 'security_officer'),
    ];
    const request = await askForReset(world, person);
    const staff = await enrol(world, world.newcomer('help_desk'));
    await recordPasses(world, request, ['request_code', 'photo_id_video', 'in_person'], staff);

    await signIn(page, first);
    await openRequest(page, person);
    await expect(heading(page, 'Privileged risk')).toBeVisible();
    await expect(page.getByText(/^This person is staff: help desk\./)).toBeVisible();
    await expect(
      page.getByText(/^It must be approved by two people who recorded none of the checks\./),
    ).toBeVisible();
    await approve(page, person, 'Approve, first of two');
    await stepUp(page, first);
    await expect(heading(page, 'Approved by the first of two')).toBeVisible();
    await expect(
      page.getByText(new RegExp(`^Approved by ${first.name} .*A second person has`)),
    ).toBeVisible();
    await expect(decision(page)).toContainText(/A second decider has to approve it too\./);
    await expect(button(page, 'Approve and reset')).toBeDisabled();
    await signOut(page);

    await signIn(page, second);
    await openRequest(page, person);
    await approve(page, person);
    await stepUp(page, second);
    await expect(heading(page, `${person.name}’s MFA will be reset`)).toBeVisible();
    await expect(
      page.getByText(/The reset happens automatically in 24 hours, tomorrow, \d\d:\d\d\./),
    ).toBeVisible();
    const notice = await mailTo(world.mail, person.email, /will be reset$/);
    expect(notice.text).toMatch(/saw your photo ID by video on/);
    const { state, holdEndsAt } = await call(world, 'resetRequests.get', { id: request.id }, staff);
    expect(state).toBe('approved');
    expect(Date.parse(holdEndsAt ?? '') - Date.now()).toBeGreaterThan(23 * 3_600_000);

    await button(page, 'Stop the reset').click();
    const dialog = page.getByRole('dialog', { name: /^Stop the reset/ });
    await dialog.getByLabel('Why').fill('They found the phone.');
    await dialog.getByRole('button', { name: 'Stop the reset' }).click();
    await expect(heading(page, 'The request was denied')).toBeVisible();
    await signOut(page);
    await mailTo(world.mail, person.email, /was denied/);
    await signIn(page, person);
    await signOut(page);
  });
}
