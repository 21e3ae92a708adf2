import type { Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { callServer } from '../../support/httpClient.ts';
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
import type { ShellTest } from '../support/fixtures.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import {
  askForReset,
  call,
  changePolicy,
  enrol,
  enrolled,
  enrolledToken,
  recordPasses,
} from '../support/program.ts';
import type { Person, World } from '../support/world.ts';

const ANOTHER = 'nine paper boats at noon';

/** What everyone sees on every page while resets are frozen. */
const frozenNotice = (page: Page) =>
  page
    .getByRole('complementary', { name: 'Notices' })
    .getByText('All resets are frozen: nothing is reset until a security officer unfreezes them.');

/** By the link that the page of a stopped request leads to: mail, link, a new password. */
async function chooseAnother(
  browser: Page,
  world: World,
  person: Person,
  follow: (link: string) => Promise<Page>,
) {
  await browser.getByRole('link', { name: 'Choose a new password' }).click();
  await browser.getByLabel('Username').fill(person.username);
  await button(browser, 'Send link').click();
  await expect(heading(browser, 'Check your mail')).toBeVisible();
  const page = await follow(
    linkIn(await mailTo(world.mail, person.email, /^Set a new password/), '/set-password#'),
  );
  await page.getByLabel('New password').fill(ANOTHER);
  await button(page, 'Set password').click();
  await expect(heading(page, 'Your password is set')).toBeVisible();
  person.password = ANOTHER;
}

/** Elevated and approved, with a hold whose notice the mail server has not taken: answers its id. */
async function holding(world: World, person: Person, verifier: string): Promise<string> {
  const { user } = await call(world, 'me.get', {}, await enrol(world, person));
  const officer = await enrolledToken(world, 'security_officer');
  const plea = { userId: user.id, reason: 'broken', note: '' } as const;
  const { id } = await call(world, 'resetRequests.open', plea, officer);
  await recordPasses(world, { id }, ['photo_id_video', 'in_person'], verifier);
  await call(world, 'resetRequests.approve', { id }, officer);
  return id;
}

/** The notice of a hold is tried again before its time, as an administrator can by hand. */
async function sendNow(world: World, { email }: Person): Promise<void> {
  const administrator = await enrolledToken(world, 'administrator');
  const { items } = await call(world, 'outbox.list', { state: 'waiting' }, administrator);
  const notice = items.find(({ to, subject }) => to === email && subject.endsWith('will be reset'));
  if (notice) await call(world, 'outbox.retry', { id: notice.id }, administrator);
}

export function stopJourneys(test: ShellTest): void {
  test('this wasn’t me: the link of the mail shows, its button stops the request and asks for a new password', async ({
    shell: { page, world, follow },
  }) => {
    const person = world.newcomer();
    const session = await enrol(world, person);
    const officer = await enrolled(world, 'security_officer');
    const { id } = await askForReset(world, person);
    const staff = await enrol(world, world.newcomer('help_desk'));
    await signIn(page, officer);
    await openRequest(page, person);
    const before = await call(world, 'resetRequests.get', { id }, staff);

    const link = linkIn(await mailTo(world.mail, person.email, /was requested$/), '/this-wasnt-me#');
    const scanner = await follow(link);
    await expect(heading(scanner, 'This wasn’t me')).toBeVisible();
    const browser = await follow(link);
    await expect(
      browser.getByText(`Someone asked to reset multi-factor authentication for ${person.name}`),
    ).toBeVisible();
    const looked = await call(world, 'resetRequests.get', { id }, staff);
    expect(looked).toEqual(before);
    await call(world, 'me.get', {}, session);

    await button(browser, 'Stop it and secure my account').click();
    await expect(heading(browser, 'Stopped')).toBeVisible();
    await button(scanner, 'Stop it and secure my account').click();
    await expect(scanner.getByText(/This link has done its work/)).toBeVisible();
    await expect(heading(page, `${person.name} said: this wasn’t me`)).toBeVisible();
    await signOut(page);
    expect((await callServer(world.address, 'me.get', {}, session)).status).toBe(401);
    await mailTo(world.mail, officer.email, new RegExp(`^A reset was stopped: ${person.name} says`));

    await typePassword(page, person);
    await expect(page.getByRole('alert')).toBeVisible();
    await chooseAnother(browser, world, person, follow);
    await signIn(page, person);
    await signOut(page);
  });

  test('a change that waits: the link of its mail shows it, and its button withdraws it', async ({
    shell: { world, follow },
  }) => {
    const officer = await enrolled(world, 'security_officer');
    const asks = await enrolledToken(world, 'administrator');
    const woodgrove = {
      name: 'Woodgrove Bank',
      issuer: 'https://login.woodgrove.example',
      clientId: 'gatehouse',
      linkByEmail: true,
    };
    await call(world, 'settings.sso.create', woodgrove, asks);
    const mail = await mailTo(
      world.mail,
      officer.email,
      /^A change waits: Add the identity provider Woodgrove Bank/,
    );
    const link = linkIn(mail, '/withdraw-change#');
    const waiting = async () =>
      (await call(world, 'pendingChanges.list', {}, asks)).items.filter(({ summary }) =>
        summary.includes(woodgrove.name),
      );
    const scanner = await follow(link);
    await expect(heading(scanner, 'Withdraw a change')).toBeVisible();
    expect(await waiting()).toHaveLength(1);
    const browser = await follow(link);
    await expect(browser.getByText(/^Add the identity provider Woodgrove Bank/)).toBeVisible();
    await button(browser, 'Withdraw it').click();
    await expect(heading(browser, 'Withdrawn')).toBeVisible();
    await button(scanner, 'Withdraw it').click();
    await expect(scanner.getByText(/This change has been decided already/)).toBeVisible();
    expect(await waiting()).toEqual([]);
    const { items } = await call(world, 'settings.sso.list', {}, asks);
    expect(items.map(({ name }) => name)).not.toContain(woodgrove.name);
  });

  test('a change that waits: an officer reads it on the dashboard, agrees, and it is in effect', async ({
    shell: { page, world },
  }) => {
    const asks = await enrolledToken(world, 'administrator');
    const fabrikam = {
      name: 'Fabrikam',
      issuer: 'https://login.fabrikam.example',
      clientId: 'gatehouse',
      linkByEmail: false,
    };
    await call(world, 'settings.sso.create', fabrikam, asks);
    const officer = await enrolled(world, 'security_officer');
    await signIn(page, officer);
    await goTo(page, 'Dashboard');
    const waiting = page.getByRole('region', { name: 'Waiting for a second person' });
    await waiting.getByRole('button', { name: /^Approve: Add the identity provider Fabrikam/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Approve this change?' });
    await expect(dialog).toContainText('https://login.fabrikam.example');
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await stepUp(page, officer);
    await expect(waiting).toBeHidden();
    const { items } = await call(world, 'settings.sso.list', {}, asks);
    expect(items.map(({ name }) => name)).toContain('Fabrikam');
    await signOut(page);
  });

  test('frozen: nothing is approved and no hold ends until an officer lets resets go on', async ({
    shell: { page, world },
  }) => {
    const [waiting, held] = [await enrolled(world), world.newcomer()];
    const desk = await enrolled(world, 'help_desk');
    const officer = await enrolled(world, 'security_officer');
    const staff = await enrol(world, world.newcomer('help_desk'));
    await recordPasses(world, await askForReset(world, waiting), ['request_code', 'in_person'], staff);
    const shorten = await changePolicy(world, ({ tiers }) => ({
      tiers: { ...tiers, elevated: { ...tiers.elevated, holdHours: 24 } },
    }));
    world.mail.answer((to) => (to === held.email ? 450 : 'accept'));
    const id = await holding(world, held, staff);

    await signIn(page, desk);
    await goTo(page, 'Reset requests');
    await button(page, 'Freeze').click();
    const freezing = page.getByRole('dialog', { name: 'Freeze?' });
    await freezing.getByLabel('Why').fill('Five callers with one voice.');
    await freezing.getByRole('button', { name: 'Freeze' }).click();
    await expect(
      page.getByText('It is in force already. Confirm within 15 minutes that it was you, or it lapses.'),
    ).toBeVisible();
    await stepUp(page, desk);
    await expect(frozenNotice(page)).toBeVisible();
    await expect(button(page, 'Unfreeze')).toBeHidden();
    await signOut(page);
    await mailTo(world.mail, officer.email, /^All resets are frozen$/);

    // Policy is as it was when the mail server takes the notice, from which the hold counts: it is over at once.
    await shorten();
    world.mail.answer(() => 'accept');
    await sendNow(world, held);
    await mailTo(world.mail, held.email, /will be reset$/);

    await signIn(page, officer);
    await openRequest(page, held);
    await expect(
      page.getByText(/The hold is over\. Resets are frozen, so nothing happens until/),
    ).toBeVisible();
    await openRequest(page, waiting);
    await expect(page.getByRole('region', { name: 'Decision', exact: true })).toContainText(
      'All resets are frozen. A security officer can unfreeze them.',
    );
    await expect(button(page, 'Approve and reset')).toBeDisabled();
    expect((await call(world, 'resetRequests.get', { id }, staff)).state).toBe('approved');
    await goTo(page, 'Reset requests');
    await button(page, 'Unfreeze').click();
    const thawing = page.getByRole('dialog', { name: 'Unfreeze?' });
    await thawing.getByLabel('Why').fill('It was a drill.');
    await thawing.getByRole('button', { name: 'Unfreeze' }).click();
    await stepUp(page, officer);
    await expect(frozenNotice(page)).toBeHidden();
    await openRequest(page, waiting);
    await approve(page, waiting);
    await expect(heading(page, `${waiting.name}’s MFA was reset`)).toBeVisible();
    await signOut(page);
    await mailTo(world.mail, held.email, /authentication was reset$/);
  });

  test('the help desk reports an attack: the request waits, officers are told and end it', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    const desk = await enrolled(world, 'help_desk');
    const officer = await enrolled(world, 'security_officer');
    await askForReset(world, person);
    await signIn(page, desk);
    await openRequest(page, person);
    await button(page, 'Report an attack').click();
    const reporting = page.getByRole('dialog', { name: `Report an attack on ${person.name}?` });
    await reporting.getByRole('button', { name: 'Report an attack' }).click();
    await expect(reporting.getByText('Say what made you suspicious, in a sentence.')).toBeVisible();
    await reporting.getByLabel('Why').fill('Does not know their own manager.');
    await reporting.getByRole('button', { name: 'Report an attack' }).click();
    await expect(page.getByText(/this request is paused\. Speak with/)).toBeVisible();
    // What to do now is in sight and has the focus, and nothing says any more that it is open.
    const now = page.getByRole('alert').filter({ hasText: 'Attack reported.' });
    await expect(now).toBeInViewport({ ratio: 1 });
    await expect(page.locator(':focus')).toContainText('Attack reported.');
    await expect(button(page, 'Report an attack')).toHaveCount(0);
    await expect(page.getByText('Paused: attack reported', { exact: true })).toBeVisible();
    const bar = page.getByRole('region', { name: 'Decision' });
    await expect(bar).toContainText(
      `Paused until it is denied, or ${person.name} says at sign-in that it is theirs.`,
    );
    await expect(page.getByText(/Nothing raises the risk|Still missing/)).toHaveCount(0);
    await expect(page.getByText('Somebody on the desk reported an attack.')).toBeVisible();
    await signOut(page);
    const mail = await mailTo(world.mail, officer.email, /^Attack reported: /);
    expect(mail.text).toContain('Does not know their own manager.');

    await signIn(page, officer);
    await openRequest(page, person);
    await expect(button(page, 'Approve and reset')).toBeDisabled();
    await button(page, 'Deny').click();
    const denying = page.getByRole('dialog', { name: /^Deny/ });
    await expect(denying.getByLabel('Suspected attack')).toBeChecked();
    await denying.getByLabel('Why').fill('They know nothing of it.');
    await denying.getByRole('button', { name: 'Deny' }).click();
    await expect(page.getByText(/as a suspected attack/).first()).toBeVisible();
    await signOut(page);
  });
}
