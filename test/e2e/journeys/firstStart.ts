import type { Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { button, heading, setUpAtSignIn, signIn, signOut } from '../support/acts.ts';
import { scan } from '../support/qr.ts';
import { ORGANISATION, PASSWORD, type Person } from '../support/world.ts';

/** From the empty form to the dashboard; the first administrator sets up MFA there and then. */
export async function createOrganisationJourney(page: Page): Promise<void> {
  const person: Person = {
    username: 'mia',
    name: 'Mia Berg',
    email: 'mia@northwind.example',
    password: PASSWORD,
    phone: '',
  };
  await expect(heading(page, 'Create your organisation')).toBeVisible();
  await page.getByLabel('Organisation').fill(ORGANISATION);
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Username').fill(person.username);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill('password1234');
  await button(page, 'Create organisation').click();
  await expect(page.getByRole('alert')).toHaveText(/common|guess/i);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await button(page, 'Create organisation').click();
  await setUpAtSignIn(page, person);
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await page.getByRole('link', { name: 'Set up the mail server, and send a test mail' }).click();
  await expect(page.getByRole('region', { name: 'Mail server' })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Mail server' })).toBeInViewport();
  await signOut(page);
  await signIn(page, person);
  await signOut(page);
}

/** From the list of made-up accounts to the dashboard of one who has MFA; then the banner of one in grace. */
export async function openSampleJourney(page: Page): Promise<void> {
  await expect(page.getByText(/Their passwords are random and shown only now/)).toBeVisible({
    timeout: 60_000,
  });
  await button(page, 'Show authenticator key').first().click();
  const authenticator = await scan(page);
  const card = page.getByRole('region').filter({ has: page.getByRole('img', { name: /^QR code/ }) });
  const username = await card.getByLabel('Username').innerText();
  const password = await card.getByLabel('Password', { exact: true }).innerText();
  const inGrace = page.getByRole('region').filter({ hasText: 'A user without MFA, in grace.' });
  const late = {
    username: await inGrace.getByLabel('Username').innerText(),
    password: await inGrace.getByLabel('Password', { exact: true }).innerText(),
    name: '',
    email: '',
    phone: '',
  };
  await page.getByRole('link', { name: 'Go to sign in' }).click();
  await expect(page.getByText(/its people are made up/)).toBeVisible();
  await signIn(page, { username, password, name: '', email: '', phone: '', authenticator });
  await expect(page.getByText(/A sample organisation/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
  await signOut(page);

  await signIn(page, late);
  await expect(page.getByText(/^Set up multi-factor authentication by /)).toBeVisible();
  await page.getByRole('link', { name: 'Set up now' }).click();
  const setup = page.getByRole('dialog', { name: 'Multi-Factor Authentication Setup' });
  await expect(setup).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(setup).toBeHidden();
  await signOut(page);
}
