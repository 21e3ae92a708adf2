/** Two people of one name are told apart wherever one of them is chosen. */
import { expect, test } from '@playwright/test';
import { button, signIn } from './support/acts.ts';
import { call, enrolled, tokenOf } from './support/program.ts';
import { visit } from './screens/shoot.ts';
import { watch } from './support/watch.ts';
import { createWorld, type World } from './support/world.ts';

let world: World;
test.beforeAll(async () => {
  world = await createWorld();
});
test.afterAll(async () => {
  await world.close();
});

test('by username, department and address, while choosing and once chosen', async ({ page }) => {
  const seen = watch(page);
  const administrator = await enrolled(world, 'administrator');
  const token = await tokenOf(world, administrator);
  for (const department of ['Finance', 'Radiology'])
    await call(
      world,
      'users.create',
      {
        username: `kim.${department.toLowerCase()}`,
        email: `kim.${department.toLowerCase()}@northwind.example`,
        name: 'Kim Park',
        department,
      },
      token,
    );
  await page.goto(world.address);
  await signIn(page, administrator);
  await visit(page, '/reset-requests');
  await button(page, 'Open for a caller').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('kim park');
  const found = page.getByRole('option', { name: 'Kim Park' });
  await expect(found).toHaveCount(2);
  await expect(found.filter({ hasText: 'Finance · kim.finance@northwind.example' })).toHaveCount(1);
  await found.filter({ hasText: 'kim.radiology' }).click();
  await expect(dialog.getByRole('combobox')).toHaveValue('Kim Park');
  await expect(dialog.getByText('kim.radiology · Radiology · kim.radiology@northwind.example')).toBeVisible();
  await button(page, 'Cancel').click();

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('kim park');
  const people = page.getByRole('option', { name: /^Kim Park/ });
  await expect(people.filter({ hasText: 'kim.finance · Finance' })).toHaveCount(1);
  await expect(people.filter({ hasText: 'kim.radiology · Radiology' })).toHaveCount(1);
  seen.mustBeClean();
});
