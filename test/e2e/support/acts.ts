import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import { scan } from './qr.ts';
import type { Authenticator } from './authenticator.ts';
import { ORGANISATION, type Person } from './world.ts';

/** What people do over and over: found by role and label, as a person finds things. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { name, exact: true });
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const codeField = (page: Page) => page.getByLabel('Authorization Code');
export const status = (page: Page) => page.getByRole('status').filter({ hasText: /^(Off|On|Reset Pending)/ });

/** The authenticator of someone who has set up. */
export function appOf(person: Person): Authenticator {
  if (!person.authenticator) throw new Error(`${person.username} has not set up.`);
  return person.authenticator;
}

/** The first step of signing in. */
export async function typePassword(page: Page, { username, password }: Person): Promise<void> {
  await expect(heading(page, 'Sign in')).toBeVisible();
  await page.getByLabel('Username or e-mail address').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await button(page, 'Sign in').click();
}

/** The second: the sixth digit submits. */
export async function typeCode(page: Page, person: Person): Promise<void> {
  await expect(heading(page, 'Multi-Factor Authentication')).toBeVisible();
  await codeField(page).pressSequentially(await appOf(person).code());
}

/** Signs in with what the person has, up to the first page. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await typePassword(page, person);
  if (person.authenticator) await typeCode(page, person);
  await expect(button(page, 'Sign out')).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await button(page, 'Sign out').click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  // Until then the page may be loaded anew, in the next reader's language.
  await expect(page.getByRole('textbox').first()).toBeVisible();
}

/** The setup that signing in leads into, from the QR code to the confirmation, and on. */
export async function setUpAtSignIn(page: Page, person: Person): Promise<void> {
  await expect(heading(page, 'Multi-Factor Authentication Setup')).toBeVisible();
  person.authenticator = await scan(page);
  await page.getByLabel('Authentication Code').fill(await person.authenticator.code());
  await expect(heading(page, 'Multi-Factor Authentication is on')).toBeVisible();
  await expect(page.getByText(/needed at every sign-in/)).toBeVisible();
  await button(page, `Continue to ${ORGANISATION}`).click();
  await expect(button(page, 'Sign out')).toBeVisible();
}

/** Answers the question for a fresh code before a sensitive act. */
export async function stepUp(page: Page, person: Person): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Confirm it’s you' });
  await dialog.getByLabel('Authorization Code').fill(await appOf(person).code());
  await expect(dialog).toBeHidden();
}

/** In the rail of staff. */
export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  await expect(page.getByRole('heading', { level: 1, name: place })).toBeVisible();
}

/** From the queue to the work page of somebody's request. */
export async function openRequest(page: Page, person: Person): Promise<void> {
  await goTo(page, 'Reset requests');
  await page.getByRole('row', { name: person.name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
}

/** On a work page, up to the fresh code. */
export async function approve(page: Page, person: Person, act = 'Approve and reset'): Promise<void> {
  await button(page, 'Approve and reset').click();
  const dialog = page.getByRole('dialog', { name: `Reset MFA for ${person.name}?` });
  await dialog.getByRole('button', { name: act }).click();
}
