/** axe finds nothing on any screen, in either theme, wide and narrow; and no screen breaks the content security policy. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { inEveryLook } from './screens/looks.ts';
import { tours } from './screens/tours.ts';
import { watch } from './support/watch.ts';

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

/** A sentence for each element that axe complains of. */
async function complaints(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${where}: ${id}: ${String(target)}`),
  );
}

for (const tour of tours) {
  test(tour.title, async ({ page }) => {
    const seen = watch(page);
    const found: string[] = [];
    await tour.run(
      page,
      async (address) => void (await page.goto(address)),
      (name) =>
        inEveryLook(page, async (look) => void found.push(...(await complaints(page, `${name}, ${look}`)))),
    );
    expect(found, 'what axe found').toEqual([]);
    seen.mustBeClean();
  });
}
