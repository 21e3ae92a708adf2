/** Single sign-on in a browser, against a provider of its own: from the settings to a step-up. */
import { expect, type Page } from '@playwright/test';
import { CLIENT, startIdentityProvider, type IdentityProvider } from '../support/identityProvider.ts';
import { button, goTo, heading, signIn, signOut, stepUp, typeCode } from './support/acts.ts';
import { webTest as test } from './support/fixtures.ts';
import { agreeToChanges, enrolled } from './support/program.ts';

let provider: IdentityProvider;
test.beforeAll(async () => {
  provider = await startIdentityProvider(['http://127.0.0.1/sso/callback', 'http://127.0.0.1/callback']);
});
test.afterAll(() => provider.close());

/** On the provider's own page. */
async function signInThere(page: Page, account: string): Promise<void> {
  await expect(heading(page, 'Sign in to Contoso')).toBeVisible();
  await page.getByLabel('Account').fill(account);
  await button(page, 'Sign in').click();
}

test('S-17: a provider is set up and tested, an account linked; a second person agrees to each; then it signs in, with a code once, and confirms there', async ({
  shell: { page, world },
}) => {
  // One journey through many rooms.
  test.setTimeout(240_000);
  const administrator = await enrolled(world, 'administrator');
  const officer = await enrolled(world, 'security_officer');
  const account = `${officer.username}@contoso`;

  await signIn(page, administrator);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await button(page, 'Add provider').click();
  const adding = page.getByRole('dialog', { name: 'Add an identity provider' });
  await adding.getByLabel('Name').fill('Contoso');
  await adding.getByLabel('Issuer').fill(provider.issuer);
  await adding.getByLabel('Client ID').fill(CLIENT.id);
  await adding.getByLabel('Client secret', { exact: true }).fill('not-the-secret');
  await expect(adding.getByText(`${world.address}/sso/callback`)).toBeVisible();
  await adding.getByRole('button', { name: 'Save provider' }).click();
  await stepUp(page, administrator);
  await expect(adding).toBeHidden();
  await expect(button(page, 'Test sign-in at Contoso')).toBeHidden();
  await agreeToChanges(world);

  const testDialog = page.getByRole('dialog', { name: 'Test sign-in at Contoso' });
  await button(page, 'Test sign-in at Contoso').click();
  const trial = page.waitForEvent('popup');
  await testDialog.getByRole('button', { name: 'Continue with Contoso' }).click();
  await signInThere(await trial, account);
  await expect(testDialog.getByRole('status')).toHaveText(/does not accept the client secret/);
  await testDialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await button(page, 'More for Contoso').click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit Contoso' });
  await editing.getByLabel('Client secret', { exact: true }).fill(CLIENT.secret);
  await editing.getByRole('button', { name: 'Save provider' }).click();
  await expect(editing).toBeHidden();
  // From here on the provider remembers who sits there.
  await button(page, 'Test sign-in at Contoso').click();
  await testDialog.getByRole('button', { name: 'Continue with Contoso' }).click();
  await expect(testDialog.getByRole('status')).toHaveText(/but no account here is linked to that/);
  await testDialog.getByRole('button', { name: 'Close', exact: true }).last().click();

  await goTo(page, 'Users');
  await page.getByRole('searchbox', { name: 'Search people' }).fill(officer.username);
  await page.getByRole('table', { name: 'Users' }).getByText(officer.name, { exact: true }).click();
  await button(page, 'Link account…').click();
  const linking = page.getByRole('dialog', { name: `Link ${officer.name} to a provider` });
  await linking.getByText('The subject: the provider’s own name for the account').click();
  await linking.getByLabel('Subject', { exact: true }).fill(account);
  await linking.getByRole('button', { name: 'Link account' }).click();
  await expect(linking).toBeHidden();
  await agreeToChanges(world);
  await expect(page.getByRole('region', { name: 'Single sign-on' })).toContainText(account);
  await signOut(page);

  // The first time, and never again.
  await button(page, 'Continue with Contoso').click();
  await expect(button(page, 'Reset Multi-Factor Authentication')).toBeHidden();
  await typeCode(page, officer);
  await expect(button(page, 'Sign out')).toBeVisible();
  await signOut(page);
  await button(page, 'Continue with Contoso').click();
  await expect(button(page, 'Sign out')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');

  await goTo(page, 'Audit log');
  await button(page, 'Export').click();
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const confirming = page.getByRole('dialog', { name: 'Confirm it’s you' });
  // To confirm, it asks all the same.
  const opened = page.waitForEvent('popup');
  const download = page.waitForEvent('download');
  await confirming.getByRole('button', { name: 'Continue with Contoso' }).click();
  await signInThere(await opened, account);
  await expect(confirming).toBeHidden();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await signOut(page);
});

test('S-17: a link with somebody’s answer signs nobody in: the sign-in began elsewhere', async ({
  shell: { page, world },
}) => {
  await page.goto(`${world.address}/sso/callback?code=stolen&state=somebody-else’s`);
  await expect(heading(page, 'You are not signed in')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveText(/began in another browser/);
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('link', { name: 'Back to sign in' }).click();
  await expect(heading(page, 'Sign in')).toBeVisible();
});
