/** axe finds nothing on any screen, in either theme, nor on a phone; and no screen breaks the content security policy. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { inEveryLook, type Look } from './screens/looks.ts';
import { settled } from './screens/shoot.ts';
import { byAddress, toursOf } from './screens/tours.ts';
import { layoutFaults } from './support/layout.ts';
import { watch } from './support/watch.ts';
import { speaking } from './support/words.ts';

test.describe.configure({ mode: 'parallel' });

/** Rows of a list are alike: the first few stand for all. */
const MORE_ROWS = 'tbody tr:nth-child(n+7)';
const ABOVE = '[role=dialog], [role=menu]';

/**
 * A sentence for each element that axe complains of. A theme changes nothing but colours, so that all the other rules are
 * asked in one of the two only; what lies below a dialog or a menu was a screen before.
 */
async function complaints(
  page: Page,
  name: string,
  { scheme, width }: Look,
  rules?: 'all but contrast',
): Promise<string[]> {
  const [isThere, isCovered] = await page.evaluate(
    (above) => ['axe' in window, document.querySelector(above) !== null],
    ABOVE,
  );
  // Reading axe's source takes longer than asking it.
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) }).setLegacyMode().options({
    resultTypes: ['violations'],
    ...(scheme === 'dark' && { runOnly: ['color-contrast'] }),
    ...(rules && { rules: { 'color-contrast': { enabled: false } } }),
  });
  if (isCovered) axe.include(ABOVE);
  else axe.exclude(MORE_ROWS);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) =>
      [name, scheme, width, id, String(target), any[0]?.message ?? ''].join(', '),
    ),
  );
}

for (const tour of toursOf({ users: 60 })) {
  test(tour.title, async ({ page }) => {
    const seen = watch(page);
    const found: string[] = [];
    await tour.run(page, byAddress(page), async (name) => {
      const see = async (_: string, look: Look) => {
        // On a busy machine the first look may be at a page that is half painted: what stays counts.
        const first = await complaints(page, name, look);
        if (first.length > 0) found.push(...(await complaints(page, name, look)));
      };
      // A phone shows the same colours.
      await inEveryLook(page, see, ['narrow'], ['light']);
      await inEveryLook(page, see, ['wide']);
    });
    expect(found, 'what axe found').toEqual([]);
    seen.mustBeClean();
  });
}

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });
  for (const tour of toursOf({ users: 60 })) {
    // What stands in for the outage there is English.
    if (tour.title === 'where nothing can be had') continue;
    test(tour.title, async ({ page }) => {
      const seen = watch(page);
      const found: string[] = [];
      await tour.run(await speaking(page, 'de'), byAddress(page), async (name) => {
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('de-DE');
        const look: Look = { scheme: 'light', width: 'wide' };
        // The colours are those of the English screens.
        const first = await complaints(page, name, look, 'all but contrast');
        if (first.length > 0) found.push(...(await complaints(page, name, look, 'all but contrast')));
        // 1280 by 800 at 200 % (WCAG 1.4.4).
        await page.setViewportSize({ width: 640, height: 400 });
        await settled(page);
        found.push(...(await layoutFaults(page, () => true)).map((fault) => `${name} at 200 %: ${fault}`));
        await page.setViewportSize({ width: 1280, height: 800 });
      });
      expect(found, 'what axe found, and what is cut').toEqual([]);
      seen.mustBeClean();
    });
  }
});
