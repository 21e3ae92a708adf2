/** Issue 14.3: who exists is read from a connected system, previewed first, and who is gone there is seen on their page. */
import { expect, test } from '@playwright/test';
import { openSystem } from '../support/systemListener.ts';
import { startKeycloak } from '../support/systems/keycloak.ts';
import type { FakeKeycloak } from '../support/systems/keycloak.ts';
import { visit } from './screens/shoot.ts';
import { button, signIn, stepUp } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { agreeToChanges, call, enrolled, steppedUpToken } from './support/program.ts';
import { watch } from './support/watch.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
let keycloak: FakeKeycloak;
test.beforeAll(async () => {
  world = await createWorld();
  keycloak = await startKeycloak(openSystem);
});
test.afterAll(async () => {
  await world.close();
  await keycloak.close();
});

test('issue 14.3: people are previewed, read, kept up, and gone where they left', async ({ page }) => {
  test.setTimeout(240_000);
  const seen = watch(page);
  const administrator = await enrolled(world, 'administrator');
  const connection = {
    kind: 'keycloak',
    name: 'Keycloak',
    url: keycloak.url,
    realm: 'staff',
    clientId: 'gatehouse',
    secret: 'client-secret',
  } as const;
  await call(world, 'settings.systems.create', connection, await steppedUpToken(world, administrator));
  await agreeToChanges(world);
  const [joanna] = keycloak.users;
  if (!joanna) throw new Error('Joanna is there.');
  Object.assign(joanna, { firstName: 'Joanna', lastName: 'Rivers', attributes: { department: ['Sales'] } });
  const like = (username: string, name: string) => ({
    ...joanna,
    id: `id-of-${username}`,
    username,
    firstName: name,
    lastName: 'Brook',
    email: `${username}@example.org`,
  });
  keycloak.users.push(like('kim', 'Kim'), { ...like('sam', 'Sam'), email: '' });

  await page.goto(world.address);
  await signIn(page, administrator);
  await visit(page, '/settings');
  const section = page.getByRole('region', { name: 'Connected systems' });
  const open = async () => {
    await button(page, 'More for Keycloak').click();
    await page.getByRole('menuitem', { name: 'Read people' }).click();
  };
  await open();
  const dialog = page.getByRole('dialog', { name: 'Read people from Keycloak' });
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByRole('status')).toContainText('3 people are there');
  await expect(dialog).toContainText('1 left out');
  await expect(dialog).toContainText('The e-mail address is missing.');
  await expect(dialog).toContainText('2 to be added');
  await expect(dialog).toContainText('Joanna Rivers');
  await dialog.getByLabel('Every day').check();
  await dialog.getByLabel('Days until people gone there are suspended').fill('0');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Type a number from 1 to 90.');
  await dialog.getByLabel('Days until people gone there are suspended').fill('7');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await stepUp(page, administrator);
  await expect(dialog).toBeHidden();
  await agreeToChanges(world);
  await expect(section).toContainText('People read every day: 3 there, 1 left out, 0 gone');

  joanna.attributes = { department: ['Sales'], phone: ['+442079460041'] };
  keycloak.users = keycloak.users.filter(({ username }) => username !== 'kim');
  await open();
  const last = dialog.getByRole('region', { name: 'Last reading' });
  await expect(last).toContainText('2 added, 0 changed');
  await last.getByRole('button', { name: 'Read now' }).click();
  await expect(last).toContainText('0 added, 1 changed');
  await expect(last).toContainText('1 gone there');
  for (const [width, scheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await last.getByRole('link', { name: 'Kim Brook' }).click();
  await expect(page.getByText(/Gone from Keycloak since today; suspended on/)).toBeVisible();
  await visit(page, '/users?search=Joanna');
  await page.getByRole('table', { name: 'Users' }).getByText('Joanna Rivers', { exact: true }).click();
  await expect(page.getByText('since today, read from Keycloak')).toBeVisible();
  seen.mustBeClean(world);
});
