import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { button, goTo, signIn } from '../support/acts.ts';
import type { webTest } from '../support/fixtures.ts';
import { askForReset, call, changePolicy, enrolled, enrolledToken } from '../support/program.ts';

const ID = '[0-9a-f]{8}-[0-9a-f-]{27}';
/** Room for a panel beside the list, and none to spare. */
const NARROWEST_BESIDE = { width: 1280, height: 800 };

const rowsOf = (page: Page, list: string) =>
  page.getByRole('table', { name: list }).locator('tbody').getByRole('row');

/** What another tab opens at, by this gesture. */
async function anotherTab(page: Page, gesture: () => Promise<void>): Promise<Page> {
  const [tab] = await Promise.all([page.context().waitForEvent('page'), gesture()]);
  await tab.waitForLoadState();
  return tab;
}

/** In the middle of a cell, whatever lies over it there. */
async function middleClick(cell: Locator): Promise<void> {
  await cell.scrollIntoViewIfNeeded();
  const box = await cell.boundingBox();
  if (!box) throw new Error('There is no such cell.');
  await cell.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2, { button: 'middle' });
}

const topOf = async (target: Locator) => (await target.boundingBox())?.y;

/** Lists whose rows open beside them: the address of a row, and what its page says. */
const LISTS = [
  { place: 'Users', table: 'Users', address: new RegExp(`/users/${ID}$`) },
  { place: 'Audit log', table: 'Audit log', address: new RegExp(`/audit/${ID}$`) },
  { place: 'Outbox', table: 'Outbox', address: new RegExp(`/outbox/${ID}$`) },
] as const;

export function rowJourneys(test: typeof webTest): void {
  test.describe('rows are links', () => {
    for (const { place, table, address } of LISTS) {
      test(`${place}: middle click and Ctrl click open another tab, and opening moves no row`, async ({
        shell: { page, world },
      }) => {
        await page.setViewportSize(NARROWEST_BESIDE);
        await enrolled(world);
        await signIn(page, await enrolled(world, 'administrator'));
        await goTo(page, place);
        const rows = rowsOf(page, table);
        const second = rows.nth(1);
        await expect(second).toBeVisible();

        // Wherever in the row: over its link, over another cell, over a moment with a tooltip of its own.
        for (const cell of await second
          .getByRole('cell')
          .filter({ hasNot: page.getByRole('checkbox') })
          .all()) {
          const tab = await anotherTab(page, () => middleClick(cell));
          await expect(tab).toHaveURL(address);
          await expect(
            tab.getByRole('complementary', { name: 'Details' }).getByRole('heading').first(),
          ).toBeVisible();
          await tab.close();
        }
        const byCtrl = await anotherTab(page, () => second.click({ modifiers: ['ControlOrMeta'] }));
        await expect(byCtrl).toHaveURL(address);
        await byCtrl.close();
        await second.focus();
        const byKeys = await anotherTab(page, () => page.keyboard.press('Control+Enter'));
        await expect(byKeys).toHaveURL(address);
        await byKeys.close();

        const before = await topOf(rows.first());
        const heights = await rows.evaluateAll((all) => [
          ...new Set(all.slice(0, -1).map((row) => row.getBoundingClientRect().height)),
        ]);
        expect(heights).toHaveLength(1);
        await second.click();
        await expect(page).toHaveURL(address);
        await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
        expect(await topOf(rows.first())).toBe(before);
        // The keys go on from the row that was clicked.
        await page.keyboard.press('j');
        await expect(rows.nth(2)).toBeFocused();
        await page.keyboard.press('Escape');
        await expect(page.getByRole('complementary', { name: 'Details' })).toHaveCount(0);
        expect(await topOf(rows.first())).toBe(before);
      });
    }

    test('the queue, versions, departments and the palette too', async ({ shell: { page, world } }) => {
      const person = await enrolled(world);
      await askForReset(world, person);
      await (
        await changePolicy(world, { graceDays: 13 })
      )();
      await signIn(page, await enrolled(world, 'administrator'));

      await goTo(page, 'Reset requests');
      const row = page.getByRole('row', { name: person.name, exact: true });
      const request = await anotherTab(page, () => row.click({ button: 'middle' }));
      await expect(request).toHaveURL(new RegExp(`/reset-requests/${ID}$`));
      await expect(request.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
      await request.close();

      await goTo(page, 'Dashboard');
      // Wherever in the row: on its name, on the bar. A figure opens what it counts.
      const department = page.getByRole('row', { name: 'Surgery', exact: true });
      const [name, bar] = [department.getByRole('cell').first(), department.getByRole('cell').nth(1)];
      for (const cell of [name, bar]) {
        const people = await anotherTab(page, () => middleClick(cell));
        await expect(people).toHaveURL(/\/users\?department=Surgery$/);
        await people.close();
      }
      const role = page.getByRole('row', { name: 'Help desk', exact: true });
      const holders = await anotherTab(page, () => middleClick(role.getByRole('cell').first()));
      await expect(holders).toHaveURL(/\/users\?role=help_desk$/);
      await holders.close();

      await goTo(page, 'Policy');
      await page.getByRole('link', { name: 'Versions' }).click();
      const compare = page.getByRole('list', { name: 'Versions' }).getByRole('link', { name: 'Compare' });
      const versions = await anotherTab(page, () => compare.first().click({ button: 'middle' }));
      await expect(versions).toHaveURL(/\/policy\/versions\?from=\d+&to=\d+$/);
      await versions.close();

      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill(person.username);
      const option = page.getByRole('option', { name: new RegExp(`^${person.name}`) });
      const found = await anotherTab(page, () => option.click({ button: 'middle' }));
      await expect(found).toHaveURL(new RegExp(`/users/${ID}$`));
      await found.close();
      await option.click();
      await expect(page).toHaveURL(new RegExp(`/users/${ID}$`));
    });

    test('the queue is searched, and shows what one has taken', async ({ shell: { page, world } }) => {
      const [taken, other] = [await enrolled(world), await enrolled(world)];
      for (const person of [taken, other]) await askForReset(world, person);
      await signIn(page, await enrolled(world, 'administrator'));
      await goTo(page, 'Reset requests');
      const row = (person: typeof taken) => page.getByRole('row', { name: person.name, exact: true });
      await expect(row(other)).toBeVisible();
      await page.getByRole('searchbox').fill(taken.username);
      await expect(row(other)).toHaveCount(0);
      await row(taken).click();
      await button(page, 'Take').click();
      await page.goBack();
      await expect(page).toHaveURL(new RegExp(`search=${taken.username}`));
      await page.getByRole('searchbox').fill('');
      await expect(row(other)).toBeVisible();
      await page.getByLabel('Whose', { exact: true }).selectOption('Mine');
      await expect(row(other)).toHaveCount(0);
      await expect(row(taken)).toBeVisible();
      await page.getByLabel('Whose', { exact: true }).selectOption('Waiting for me');
      await expect(page).toHaveURL(/forMe=waiting/);
      await expect(row(taken)).toHaveCount(0);
    });

    test('what stands above a row is used by itself, and what it cuts off is said whole', async ({
      shell: { page, world },
    }) => {
      await page.setViewportSize(NARROWEST_BESIDE);
      const token = await enrolledToken(world, 'administrator');
      const name = 'Wolfeschlegelsteinhausenbergerdorff Maria Antonia Josepha of the Northern Clinics';
      const long = { username: 'long.name', email: 'long.name@northwind.example', name };
      await call(world, 'users.create', long, token);
      await signIn(page, await enrolled(world, 'administrator'));
      await goTo(page, 'Users');
      await page.getByRole('searchbox').fill('long.name');
      const row = page.getByRole('row', { name, exact: true });
      await row.getByRole('checkbox').check();
      await expect(page.getByRole('region', { name: 'Selected people' })).toBeVisible();
      await expect(page).toHaveURL(/\/users\?search=/);
      await row.getByRole('checkbox').uncheck();

      const username = row.getByText('long.name', { exact: true }).and(row.locator('[data-raised] *'));
      await username.selectText();
      expect(await page.evaluate(() => String(window.getSelection()))).toBe('long.name');
      await page.evaluate(() => window.getSelection()?.empty());

      const whole = page.getByRole('tooltip').filter({ hasText: name });
      await row.locator('[data-link]').hover();
      await expect(whole).toBeVisible();
      await page.mouse.move(0, 0);
      await expect(whole).toHaveCount(0);
      await button(page, 'Columns').focus();
      await page.keyboard.press('Tab');
      while (!(await row.evaluate((element) => element === document.activeElement)))
        await page.keyboard.press('Tab');
      await expect(whole).toBeVisible();
    });
  });
}
