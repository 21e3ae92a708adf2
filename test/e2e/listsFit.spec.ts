/** Lists at the widths that people have, in both languages: what decides is never cut, and what is cut says the whole on hover. */
import { expect, test, type Page } from '@playwright/test';
import { words as german } from '../../contract/words/de/shared.ts';
import { words as english } from '../../contract/words/en/shared.ts';
import { button, signIn } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { startSample, type Sample } from './support/sample.ts';
import { visit } from './screens/shoot.ts';
import { watch } from './support/watch.ts';
import { speaking } from './support/words.ts';
import type { Person } from './support/world.ts';

let sample: Sample;
let officer: Person;
test.beforeAll(async () => {
  sample = await startSample(60);
  officer = sample.person(/sees and may do everything/);
});
test.afterAll(async () => {
  await sample.stop();
});

const HEIGHT = 844;
const WIDTHS = [390, 700, 1100, 1280, 1440];

for (const [locale, language, { noReason, ...words }] of [
  ['en-GB', 'en', english],
  ['de-DE', 'de', german],
] as const) {
  test.describe(language, () => {
    test.use({ locale });
    const reasons = Object.entries(words).flatMap(([key, text]) => (/^reason[A-Z]/.test(key) ? [text] : []));

    async function open(page: Page, place: string): Promise<Page> {
      await page.goto(sample.address);
      const said = await speaking(page, language);
      await signIn(said, officer);
      await visit(page, place);
      return said;
    }

    test('the queue keeps who, state, checks and holder whole, and only a reason’s end is cut', async ({
      page,
    }) => {
      const seen = watch(page);
      await open(page, '/reset-requests');
      const rows = page.getByRole('table').locator('tbody').getByRole('row');
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const found = await page.getByRole('table').evaluate(cutInTable);
        expect(found.wider, `${width} px`).toBe(0);
        expect(
          found.cut
            // The request's number is at the beginning, which is never cut.
            .map((text) => text.replace(/^(#|Nr\. )\d+ · /, ''))
            .filter((text) => ![...reasons, noReason].some((reason) => text.startsWith(reason))),
        ).toEqual([]);
        const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
        // The last has no line below it.
        if (width >= 1200) expect(new Set(heights.slice(0, -1)).size, `${width} px`).toBe(1);
      }
      seen.mustBeClean();
    });
  });
}

/** Runs in the page: by how much a table is wider than what it stands in, and the texts of it that are cut. */
function cutInTable(table: Element) {
  const cells = [...table.querySelectorAll('th, td')];
  const room = table.closest('section')?.getBoundingClientRect().right ?? 0;
  const cut = [...table.querySelectorAll<HTMLElement>('td, td *')].filter(
    (one) =>
      one.scrollWidth > one.clientWidth + 1 &&
      getComputedStyle(one).display !== 'inline' &&
      getComputedStyle(one).overflowX !== 'visible',
  );
  return {
    // Not its scroll width: a row's link reaches beyond the row.
    wider: Math.max(0, ...cells.map((cell) => Math.round(cell.getBoundingClientRect().right - room))),
    // A cell that is cut holds what is.
    cut: cut
      .filter((one) => !cut.some((inner) => inner !== one && one.contains(inner)))
      .map((one) => one.innerText),
  };
}

test('beside a person’s panel the list keeps their name, and what is open there stays open on a narrow window', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  await visit(page, '/users?state=on');
  const names = page.locator('tbody td[data-link]');
  await names.first().click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  const room = await names.first().evaluate((cell) => cell.getBoundingClientRect().width);
  expect(room).toBeGreaterThanOrEqual(180);
  await button(page, 'Actions').click();
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  await page.setViewportSize({ width: 1000, height: HEIGHT });
  await expect(names.first()).toBeHidden();
  await expect(menu).toBeVisible();
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  await expect(names.first()).toBeVisible();
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  seen.mustBeClean();
});

test('a box in a list is all there: to take the focus moves it nowhere', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  await visit(page, '/users');
  const box = page.getByRole('table', { name: 'Users' }).locator('tbody').getByRole('checkbox').first();
  const left = () => box.evaluate((one) => one.getBoundingClientRect().left);
  const before = await left();
  await box.check();
  expect(await left()).toBe(before);
  const cells = await page
    .getByRole('table', { name: 'Users' })
    .locator('tr > :first-child')
    .evaluateAll((all) => all.map((cell) => cell.scrollWidth - cell.clientWidth));
  expect(new Set(cells)).toEqual(new Set([0]));
  seen.mustBeClean();
});

/** As wide as each column is, by its head. */
const heads = (page: Page) =>
  page
    .locator('thead th:visible')
    .evaluateAll((all) => all.map((head) => Math.round(head.getBoundingClientRect().width)));

test('15.14 one long name hides nothing: columns keep their width, and nothing sticks out', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, officer);
  await page.setViewportSize({ width: 1280, height: HEIGHT });
  const lists = ['/users', '/reset-requests', '/audit', '/audit/resets', '/users/departments'];
  const before: number[][] = [];
  for (const list of lists) {
    await visit(page, list);
    before.push(await heads(page));
  }
  // As long as either may be, without a place to break.
  const statuses = await page.evaluate(async () => {
    const read = async (path: string) =>
      (await (await fetch(`/api/v1${path}`)).json()) as { items: { user: { id: string } }[] };
    const people = [await read('/audit/resets'), await read('/reset-requests?state=pending')];
    const ids = people.flatMap(({ items }) => items.slice(0, 1).map(({ user }) => user.id));
    const answers = ids.map((id, index) =>
      fetch(`/api/v1/users/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          name: `A${String(index)}${'mwxy'.repeat(24)}`,
          department: 'Zentrale'.repeat(12),
        }),
      }),
    );
    return Promise.all(answers.map(async (answer) => (await answer).status));
  });
  expect(statuses).toEqual([200, 200]);
  await page.reload();
  for (const [index, list] of lists.entries()) {
    await page.setViewportSize({ width: 1280, height: HEIGHT });
    await visit(page, list);
    expect([list, await heads(page)]).toEqual([list, before[index]]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: HEIGHT });
      await expect
        .poll(async () => [list, width, await layoutFaults(page, () => true)])
        .toEqual([list, width, []]);
    }
  }
  seen.mustBeClean();
});
