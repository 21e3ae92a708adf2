/** Okta is let in by the settings, asks about somebody, and they wait here until the help desk has decided. */
import { expect } from '@playwright/test';
import { allowInsecureRequests } from 'openid-client';
import { relyingPartyOf } from '../server/attestor/relyingParty.ts';
import { button, heading, signIn, stepUp } from './support/acts.ts';
import { webTest } from './support/fixtures.ts';
import { agreeToChanges, call, enrolled, enrolledToken, recordPasses } from './support/program.ts';

/** Nobody is there: what the browser asks it for is enough. */
const CALLBACK = 'https://northwind.okta.example/idp/identity-verification/callback';

webTest('a check that is over says so, and leads back to where it began', async ({ page, world }) => {
  // Without anything that a browser brought from there, and with what nobody gave.
  for (const address of ['/identity-check', '/identity-check#nobody-gave-this']) {
    await page.goto(world.address + address);
    await expect(heading(page, 'This link is no longer valid')).toBeVisible();
    await expect(page.getByText('Go back to where you came from, and begin again there.')).toBeVisible();
  }
});

webTest('Okta is let in, asks about somebody, and is told VERIFIED', async ({ shell, browser }) => {
  webTest.setTimeout(240_000);
  const { page, world } = shell;
  const administrator = await enrolled(world, 'administrator');
  await signIn(page, administrator);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const section = page.getByRole('region', { name: 'Identity checks' });
  await expect(section).toContainText('No system asks.');
  await button(page, 'Let Okta ask').click();
  const dialog = page.getByRole('dialog', { name: 'Let Okta ask' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Type your Okta address.');
  await dialog.getByLabel('Your Okta address').fill('northwind.okta.example');
  await expect(dialog).toContainText(`Answers go to ${CALLBACK}`);
  const values = dialog.getByRole('region', { name: 'Type these in Okta' }).getByRole('code');
  const [clientId = '', secret = '', issuer = '', ...others] = await values.allInnerTexts();
  expect(others).toEqual(['par', 'idv-authorize', 'token', 'jwks'].map((end) => `${issuer}/oauth2/${end}`));
  await dialog.getByRole('button', { name: 'Copy Client secret' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await stepUp(page, administrator);
  await expect(dialog).toBeHidden();
  // Nobody is answered before a second person agreed.
  await expect(section).toContainText('No system asks.');
  await agreeToChanges(world);
  await expect(section).toContainText('Not asked yet');

  const jo = await enrolled(world, 'user');
  const okta = await relyingPartyOf(new URL(issuer), {
    clientId,
    secret,
    redirectUri: CALLBACK,
    options: { execute: [allowInsecureRequests] },
  });
  const [givenName = '', ...names] = jo.name.split(' ');
  const pushed = await okta.push({
    hint: '00ujo',
    email: jo.email,
    givenName,
    familyName: names.join(' '),
  });
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(pushed.url);
  await expect(heading(theirs, 'Confirm that it’s you')).toBeVisible();
  const requestCode = await theirs.getByLabel('Request code').innerText();
  await expect(section).toContainText('1 being checked');

  const verifier = await enrolledToken(world, 'help_desk');
  const [request] = (await call(world, 'resetRequests.list', { search: jo.username }, verifier)).items;
  const id = request?.id ?? '';
  await recordPasses(world, { id, requestCode }, ['request_code', 'in_person', 'photo_id_video'], verifier);
  // It goes back by itself.
  const goingBack = theirs.waitForRequest(`${CALLBACK}?**`);
  await call(world, 'resetRequests.approve', { id }, await enrolledToken(world, 'security_officer'));
  const claims = await pushed.redeem(new URL((await goingBack).url()));
  expect(claims?.['verified_claims']).toMatchObject([
    { verification: { assurance_level: 'VERIFIED' }, claims: { given_name: { value: 'MATCHED' } } },
  ]);
  await theirs.context().close();
  await expect(section).toContainText('1 verified, 0 not');

  await button(page, 'Values for Okta').click();
  const told = page.getByRole('dialog', { name: 'Values for Okta' });
  await expect(told.getByRole('code')).toHaveCount(6);
  await expect(told).not.toContainText(secret);
  await told.getByRole('button', { name: 'Close', exact: true }).last().click();
  await section.getByRole('link', { name: 'See answers in the log' }).click();
  await expect(page.getByRole('table', { name: 'Audit log' })).toContainText('Answered who somebody is');
  await page.goBack();

  await button(page, 'More for Okta').click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const changing = page.getByRole('dialog', { name: 'Edit Okta' });
  await expect(changing.getByRole('switch', { name: 'New client secret' })).not.toBeChecked();
  await changing.getByLabel('Your Okta address').fill('other.okta.example');
  await expect(changing.getByRole('switch', { name: 'New client secret' })).toBeChecked();
  await changing.getByRole('button', { name: 'Cancel' }).click();

  await button(page, 'More for Okta').click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop answering' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'It waits for a second' })).toBeVisible();
  await expect(section).toContainText('northwind.okta.example');
  await agreeToChanges(world);
  await expect(section).toContainText('No system asks.');
});
