/** Every page begins at one edge, every card and table keeps one distance from its own, every dialog ends with its buttons at the right. */
import { expect, test } from '@playwright/test';
import { button, signIn } from './support/acts.ts';
import { startSample, type Sample } from './support/sample.ts';
import { PLACES } from './screens/console.ts';
import { closeDialog, quiet, settled, visit } from './screens/shoot.ts';
import { watch } from './support/watch.ts';

let sample: Sample;
test.beforeAll(async () => {
  sample = await startSample(60);
});
test.afterAll(async () => {
  await sample.stop();
});

/** What isn't in the rail. */
const BEYOND = ['users/import', 'policy/versions'];

test('titles, cards and tables begin at one x, and what they hold at one distance from it', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, sample.person(/sees and may do everything/));
  const edges: Record<string, { title: number; cards: number; otherInsets: number[] }> = {};
  for (const width of [1440, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const place of [...PLACES, ...BEYOND]) {
      await visit(page, `/${place}`);
      edges[`${place} at ${width}`] = await page.evaluate(edgesInPage);
    }
    await visit(page, '/reset-requests');
    await page
      .getByRole('table', { name: 'Reset requests' })
      .locator('tbody')
      .getByRole('row')
      .first()
      .click();
    await settled(page);
    edges[`a request at ${width}`] = await page.evaluate(edgesInPage);
  }
  // The rail is 232 px wide, and a page begins 32 px after it.
  const alike = Object.keys(edges).map((name) => [name, { title: 264, cards: 264, otherInsets: [] }]);
  expect(edges).toEqual(Object.fromEntries(alike));
  seen.mustBeClean();
});

test('a page whose code is slow to come is not there before', async ({ page }) => {
  const seen = watch(page);
  const isComing = page.locator('[aria-busy=true]');
  const held = Promise.withResolvers<void>();
  await page.goto(sample.address);
  await signIn(page, sample.person(/Help desk/));
  await visit(page, '/security');
  await page.route(/\/UsersPage-[^/]*\.js$/, async (route) => {
    await held.promise;
    await route.continue();
  });
  const shown: string[] = [];
  const visiting = visit(page, '/users').then(() => shown.push('users'));
  await expect(isComing).toHaveCount(1);
  await quiet(page);
  expect(shown).toEqual([]);
  held.resolve();
  await visiting;
  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
  await expect(isComing).toHaveCount(0);
  seen.mustBeClean();
});

/** Runs in the page: where the title begins, where the first card does, and what lies between cards and what they hold. */
function edgesInPage() {
  const main = document.querySelector('main');
  if (!main) throw new Error('There is no page.');
  const left = (node: Node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };
  const isCard = (element: Element) => {
    const { borderLeftWidth, borderTopWidth } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const hasBorder = parseFloat(borderLeftWidth) > 0 && parseFloat(borderTopWidth) > 0;
    return hasBorder && width > 100 && height > 40 && !element.matches('button, input, fieldset, textarea');
  };
  const cards = [...main.querySelectorAll('*')].filter(
    (element) => element.checkVisibility() && isCard(element),
  );
  const outer = cards.filter((card) => !cards.some((other) => other !== card && other.contains(card)));
  const insetOf = (card: Element) => {
    const cells = [...card.querySelectorAll('tr > :first-child')].map(
      (cell) => cell.getBoundingClientRect().left + parseFloat(getComputedStyle(cell).paddingLeft),
    );
    const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
    const texts: number[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const box = left(node);
      // What says that there is nothing stands in the middle.
      const isCentred = getComputedStyle(node.parentElement ?? card).textAlign === 'center';
      if (node.textContent?.trim() && box.width > 1 && !isCentred) texts.push(box.left);
    }
    return Math.round(Math.min(...cells, ...texts) - card.getBoundingClientRect().left);
  };
  const heading = main.querySelector('h1');
  return {
    title: heading ? Math.round(left(heading).left) : -1,
    cards: Math.round(Math.min(...outer.map((card) => card.getBoundingClientRect().left))),
    // A card has a border of one pixel and 16 px of room.
    otherInsets: [...new Set(outer.map(insetOf))].filter((inset) => Number.isFinite(inset) && inset !== 17),
  };
}

test('dialogs end with their buttons at the right, what acts last', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, sample.person(/Administrator: the second/));
  await page.setViewportSize({ width: 1280, height: 900 });
  const inOrder = async (...names: string[]) => {
    const dialog = page.getByRole('dialog');
    // The cross in the corner may be called as the button is.
    const named = (name: string) => dialog.getByRole('button', { name, exact: true }).last();
    await expect(named(names.at(-1) ?? '')).toBeVisible();
    const { right } = await dialog.evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
    const boxes = await Promise.all(names.map((name) => named(name).boundingBox()));
    const ends = boxes.map((box) => Math.round(right - (box?.x ?? 0) - (box?.width ?? 0)));
    expect(ends.at(-1), names.join(', ')).toBe(24);
    expect(ends, names.join(', ')).toEqual(ends.toSorted((one, other) => other - one));
    expect(new Set(boxes.map((box) => box?.y)).size).toBe(1);
    await closeDialog(page);
  };
  await visit(page, '/users');
  await button(page, 'Add user').click();
  await inOrder('Cancel', 'Add user');
  await visit(page, '/users?state=on');
  await page.getByRole('table', { name: 'Users' }).locator('tbody').getByRole('row').first().click();
  await button(page, 'Actions').click();
  await page.getByRole('menuitem', { name: 'Suspend…' }).click();
  await inOrder('Cancel', 'Suspend');
  await button(page, 'Actions').click();
  await page.getByRole('menuitem', { name: 'Reset MFA directly…' }).click();
  await inOrder('Cancel', 'Record and ask for approval');
  await visit(page, '/audit');
  await button(page, /^Verify/).click();
  await inOrder('Close');
  await visit(page, '/security');
  await button(page, 'Disable').click();
  await inOrder('Cancel', 'Disable');
  seen.mustBeClean();
});
