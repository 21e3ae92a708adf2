/** A connected system in a browser: from the settings to somebody's factors there. */
import { expect } from '@playwright/test';
import { openSystem } from '../support/systemListener.ts';
import { JOANNA, startKeycloak } from '../support/systems/keycloak.ts';
import type { FakeKeycloak } from '../support/systems/keycloak.ts';
import { visit } from './screens/shoot.ts';
import { button, goTo, heading, signIn, stepUp } from './support/acts.ts';
import { webTest as test } from './support/fixtures.ts';
import { agreeToChanges, enrolled } from './support/program.ts';

let keycloak: FakeKeycloak;
test.beforeAll(async () => {
  keycloak = await startKeycloak(openSystem);
});
test.afterAll(() => keycloak.close());

test('Keycloak is connected and tested, an account linked; then its factors stand on the person’s page', async ({
  shell: { page, world },
}) => {
  test.setTimeout(240_000);
  const administrator = await enrolled(world, 'administrator');
  const person = await enrolled(world, 'help_desk');
  await signIn(page, administrator);
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  const section = page.getByRole('region', { name: 'Connected systems' });
  await expect(section).toContainText('No system is connected.');
  const holding = page.getByText('Only systems that can hold sign-in');
  await visit(page, '/policy');
  await expect(page.getByText('Help desk decides standard requests')).toBeVisible();
  await expect(holding).toHaveCount(0);
  await page.goBack();

  await button(page, 'Connect a system').click();
  const adding = page.getByRole('dialog', { name: 'Connect a system' });
  const product = adding.getByLabel('Product');
  await product.selectOption('Microsoft Entra ID');
  await expect(product.locator('optgroup').last()).toHaveAttribute(
    'label',
    'Not yet tried against the vendor',
  );
  await expect(adding).toContainText('never run against the vendor');
  await expect(adding.getByLabel('Tenant')).toBeVisible();
  await product.selectOption('Keycloak');
  await adding.getByLabel('Name', { exact: true }).fill('Keycloak');
  await adding.getByLabel('Address').fill('http://keycloak.contoso.example');
  await adding.getByLabel('Realm').fill('staff');
  await adding.getByLabel('Client ID').fill('gatehouse');
  await adding.getByLabel('Client secret', { exact: true }).fill('client-secret');
  await adding.getByRole('button', { name: 'Save system' }).click();
  await stepUp(page, administrator);
  await expect(adding).toContainText('It has to begin with https://');
  await adding.getByLabel('Address').fill(keycloak.url);
  await adding.getByRole('button', { name: 'Save system' }).click();
  await expect(adding).toBeHidden();
  await agreeToChanges(world);
  await expect(section).toContainText(keycloak.url);

  await button(page, 'Test Keycloak').click();
  const testing = page.getByRole('dialog', { name: 'Test Keycloak' });
  await expect(testing.getByRole('status')).toContainText('each right that is needed is there');
  await expect(testing.getByRole('status')).toContainText('also sets anybody’s password');
  keycloak.roles = ['view-users', 'view-events'];
  await testing.getByRole('button', { name: 'Test again' }).click();
  await expect(testing.getByRole('status')).toContainText('has no manage-users');
  await testing.getByRole('button', { name: 'Close', exact: true }).last().click();

  await button(page, 'More for Keycloak').click();
  await page.getByRole('menuitem', { name: 'Link by rule' }).click();
  const ruling = page.getByRole('dialog', { name: 'Link people to Keycloak by rule' });
  await ruling.getByLabel('Same username').check();
  await ruling.getByRole('button', { name: 'Preview' }).click();
  await expect(ruling.getByRole('status')).toContainText('without a link');
  await expect(ruling).toContainText('staff: never by rule');
  await expect(ruling).toContainText('Nobody would be linked.');
  await ruling.getByRole('button', { name: 'Save rule' }).click();
  await expect(ruling).toBeHidden();
  await agreeToChanges(world);
  await expect(section).toContainText('Linked by the same username');

  await visit(page, '/users/import');
  await page.getByLabel('Connected system whose accounts the file names').selectOption('Keycloak');
  const rows = ['username,email,name,account', 'nia,nia@contoso.example,Nia Okoye,nia.there'];
  await page.getByLabel('Or paste the rows').fill(rows.join('\n'));
  await button(page, 'Check these rows').click();
  await expect(page.getByText('1 person is to be linked to an account.')).toBeVisible();
  await button(page, 'Import 1 person').click();
  await expect(page.getByRole('status').filter({ hasText: 'Links:' })).toContainText('It waits for a second');
  await agreeToChanges(world);
  await visit(page, '/settings');
  await expect(section).toContainText(/1 link of a file waits|Not linked by the file/);
  // Its own sign-in page gets a link to here.
  await button(page, 'More for Keycloak').click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const changing = page.getByRole('dialog', { name: 'Edit Keycloak' });
  await expect(changing).toContainText('For people who lost their device');
  await expect(changing).toContainText('Set the public address of this server first');
  await changing.getByRole('button', { name: 'Cancel' }).click();

  await goTo(page, 'Users');
  await page.getByRole('searchbox', { name: 'Search people' }).fill(person.username);
  await page.getByRole('table', { name: 'Users' }).getByText(person.name, { exact: true }).click();
  const elsewhere = page.getByRole('region', { name: 'Connected systems' });
  await expect(elsewhere).toContainText('Not linked.');
  await button(page, 'Link to Keycloak').click();
  const linking = page.getByRole('dialog', { name: `Link ${person.name} to Keycloak` });
  await expect(linking).toContainText('No account there goes by exactly their username or address.');
  await linking.getByRole('button', { name: 'Link account' }).click();
  await expect(linking).toContainText('Type the ID that the account has there.');
  await linking.getByLabel('ID of the account').fill(JOANNA);
  await linking.getByRole('button', { name: 'Link account' }).click();
  await expect(linking).toBeHidden();
  await agreeToChanges(world);
  await expect(elsewhere.getByRole('listitem').filter({ hasText: 'Phone' }).last()).toContainText('set up');
  await expect(elsewhere).toContainText('Key');

  // What administrators do there by themselves stands outside the gate.
  await visit(page, '/reset-requests/outside');
  await expect(heading(page, 'Outside the gate')).toBeVisible();
  await expect(page.getByText('Nothing was done outside the gate')).toBeVisible();
  await page.goBack();

  // Policy speaks of systems since one is watched: within a minute.
  await visit(page, '/policy');
  await expect(async () => {
    await page.reload();
    await expect(holding).toBeVisible({ timeout: 5000 });
  }).toPass({ timeout: 90_000 });
  await page.goBack();

  keycloak.secret = 'another';
  await page.reload();
  await expect(elsewhere).toContainText('it does not accept the secret');
  await button(page, 'Remove the link to Keycloak').click();
  const removing = page.getByRole('dialog', { name: `Remove ${person.name}’s link to Keycloak?` });
  await removing.getByRole('button', { name: 'Remove link' }).click();
  await expect(removing).toBeHidden();
  await expect(elsewhere).toContainText('Not linked.');
});
