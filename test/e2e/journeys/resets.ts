import type { Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import {
  appOf,
  approve,
  button,
  codeField,
  heading,
  openRequest,
  setUpAtSignIn,
  signIn,
  signOut,
  stepUp,
  typePassword,
} from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { enrolled } from '../support/program.ts';
import type { Person } from '../support/world.ts';

const NATO =
  'Alfa|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|India|Juliett|Kilo|Lima|Mike|November|Oscar|Papa|Quebec|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|X-ray|Yankee|Zulu';
const DIGITS = 'Two|Three|Four|Five|Six|Seven|Eight|Niner?|Zwei|Drei|Vier|Fünf|Sechs|Sieben|Acht|Neun';
const SPELLED = new RegExp(`^((${NATO}|${DIGITS})( |$)){6}$`);

/** From the code screen to the request code, which the person writes down. */
export async function askForReset(page: Page, person: Person): Promise<string> {
  await typePassword(page, person);
  await button(page, 'Reset Multi-Factor Authentication').click();
  await expect(heading(page, 'Multi-Factor Authentication Reset')).toBeVisible();
  await expect(
    page.getByText(/an administrator will contact you to verify that the request is genuine/),
  ).toBeVisible();
  await expect(page.getByText(/existing setup stays valid/)).toBeVisible();
  await button(page, 'Submit Reset Request').click();
  await expect(page.getByRole('alert')).toHaveText('Choose why you need a reset.');
  await page.getByLabel('Phone lost or stolen').check();
  await page.getByLabel(/Anything the help desk should know/).fill('Left in a taxi.');
  await button(page, 'Submit Reset Request').click();
  const code = await page.getByLabel('Request code').innerText();
  await expect(page.getByText(SPELLED)).toBeVisible();
  await button(page, 'Back to sign in').click();
  return code;
}

/** What the help desk records while the person is on the phone. */
async function verify(page: Page, person: Person, code: string): Promise<void> {
  await expect(page.getByText('Left in a taxi.')).toBeVisible();
  const typed = page.getByRole('textbox', { name: 'Request code' });
  const note = page.getByRole('region', { name: /Request code/ }).getByLabel(/^Note/);
  await typed.fill(code.toLowerCase());
  await note.fill('Took a while to find it.');
  await page.reload();
  await expect(note).toHaveValue('Took a while to find it.');
  await expect(typed).toHaveValue('');
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(kept).not.toContain(code.replace(' ', ''));
  await typed.fill(code.toLowerCase());
  await expect(page.getByText(SPELLED)).toBeVisible();
  await button(page, 'Check code').click();
  const callBack = page.getByRole('region', { name: /Call back/ });
  await expect(callBack).toContainText(person.phone.slice(-3));
  await expect(callBack.getByRole('textbox')).toHaveCount(1);
  await callBack.getByLabel(/^Note/).fill('Knew the ward and the manager.');
  await callBack.getByRole('button', { name: 'Passed' }).click();
  await expect(page.getByText(/^(?:Still missing|One more): /)).toBeHidden();
  // What is recorded is the server's; this computer keeps none of it.
  const left = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(left).not.toMatch(/Took a while|Knew the ward/);
}

export function resetJourneys(test: ShellTest): void {
  test('a lost phone: request, checks, approval, mail, a new setup with the activation code', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    const desk = await enrolled(world, 'help_desk');
    const officer = await enrolled(world, 'security_officer');
    const code = await askForReset(page, person);
    expect(code).toMatch(/^[A-Z2-9]{3} [A-Z2-9]{3}$/);
    await mailTo(world.mail, person.email, /was requested/);
    linkIn(await mailTo(world.mail, world.founder.email, new RegExp(person.name)), '/reset-requests/');

    await signIn(page, desk);
    await openRequest(page, person);
    await verify(page, person, code);
    await expect(button(page, 'Approve and reset')).toBeDisabled();
    await signOut(page);

    await signIn(page, officer);
    await openRequest(page, person);
    await approve(page, person);
    await stepUp(page, officer);
    await expect(page.getByRole('heading', { name: `${person.name}’s MFA was reset` })).toBeVisible();
    await signOut(page);

    const mail = await mailTo(world.mail, person.email, /authentication was reset$/);
    expect(mail.text).toContain('Delete the old entry in your authenticator app first.');
    expect(mail.text).toContain(`the number ending ${person.phone.slice(-2)}`);
    const activationCode = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/m.exec(mail.text ?? '')?.[0] ?? '';
    const old = appOf(person);
    await typePassword(page, person);
    await page.getByLabel('Activation code').fill('AAAA-BBBB-CCCC-DDDD');
    await button(page, 'Continue').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Activation code').fill(activationCode);
    await button(page, 'Continue').click();
    await setUpAtSignIn(page, person);
    await signOut(page);
    expect(appOf(person)).not.toBe(old);
    await signIn(page, person);
    await signOut(page);
  });

  test('a request that is not genuine is denied, and the setup that there is stays', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    const officer = await enrolled(world, 'security_officer');
    await askForReset(page, person);
    await signIn(page, officer);
    await openRequest(page, person);
    await expect(button(page, 'Approve and reset')).toBeDisabled();
    await button(page, 'Deny').click();
    const dialog = page.getByRole('dialog', { name: `Deny the request for ${person.name}?` });
    await dialog.getByLabel('Why').fill('The caller knew nothing of the ward.');
    await dialog.getByLabel('Suspected attack').check();
    await dialog.getByRole('button', { name: 'Deny' }).click();
    await expect(heading(page, 'The request was denied')).toBeVisible();
    await signOut(page);
    await mailTo(world.mail, person.email, /was denied/);
    await mailTo(world.mail, world.founder.email, new RegExp(`Suspected attack.*${person.name}`));
    await signIn(page, person);
    await expect(codeField(page)).toBeHidden();
    await signOut(page);
  });
}
