/** Issue 15.4: a department gets another name, and becomes one with another; everybody goes along. */
import { expect, test } from '@playwright/test';
import { button, signIn, stepUp } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { enrolled } from './support/program.ts';
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

const FILE = [
  'username,email,name,department',
  ...['Ann', 'Bob', 'Cem'].map((name) => `${name},${name}@example.org,${name} Vogel,Vertrieb`),
  'dee,dee@example.org,Dee Vogel,Sales',
].join('\n');

test('issue 15.4: renamed, then one with another, and a file with the old name means the new one', async ({
  page,
}) => {
  const seen = watch(page);
  const administrator = await enrolled(world, 'administrator');
  await page.goto(world.address);
  await signIn(page, administrator);
  const bring = async (content: string): Promise<void> => {
    await visit(page, '/users/import');
    await page.getByLabel('Or paste the rows').fill(content);
    await button(page, 'Check these rows').click();
  };
  await bring(FILE);
  await button(page, 'Import 4 people').click();
  await expect(page.getByText('4 people imported')).toBeVisible();

  await visit(page, '/users');
  await button(page, 'More').click();
  await page.getByRole('menuitem', { name: 'Departments' }).click();
  const table = page.getByRole('table', { name: 'Departments' });
  await expect(table.getByRole('row', { name: 'Vertrieb' })).toContainText('3');
  await button(page, 'Rename or merge Vertrieb').click();
  const dialog = page.getByRole('dialog', { name: 'Rename or merge Vertrieb' });
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog).toContainText('Type another name.');
  await dialog.getByLabel('New name').fill('sales');
  await expect(dialog).toContainText('“Sales” is there already, with 1 person. The two become one');
  await dialog.getByLabel('New name').fill('Field sales');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await stepUp(page, administrator);
  await expect(page.getByText('3 people moved')).toBeVisible();
  await expect(table.getByRole('row', { name: 'Field sales' })).toContainText('Formerly Vertrieb');

  await button(page, 'Rename or merge Sales').click();
  const merging = page.getByRole('dialog', { name: 'Rename or merge Sales' });
  await merging.getByLabel('New name').fill('FIELD SALES');
  await merging.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText('1 person moved')).toBeVisible();
  await expect(table.getByRole('row', { name: 'Field sales' })).toContainText('4');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await bring(FILE.replace('Sales', 'SALES'));
  await expect(page.getByText('Nobody who is here already changes, 4 stay as they are.')).toBeVisible();
  seen.mustBeClean();
});
