import { test } from '@playwright/test';
import { inEveryLook } from './looks.ts';
import { takePicture } from './picture.ts';
import { byAddress, toursOf } from './tours.ts';
import { speaking } from '../support/words.ts';

test.describe.configure({ mode: 'parallel' });

for (const tour of toursOf({ users: 250 })) {
  test(tour.title, async ({ page }) => {
    await tour.run(page, byAddress(page), (name) =>
      inEveryLook(page, (look) => takePicture(page, `web ${look}`, name)),
    );
  });
}

/** The longest words stand on these. */
const IN_GERMAN: ReadonlySet<string> = new Set([
  'the console: reset requests',
  'signing in and one’s own page',
  'several authenticators',
  'the console: policy',
]);

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });
  for (const tour of toursOf({ users: 250 }).filter(({ title }) => IN_GERMAN.has(title))) {
    test(tour.title, async ({ page }) => {
      const german = await speaking(page, 'de');
      await tour.run(german, byAddress(page), (name) =>
        inEveryLook(page, (look) => takePicture(german, `german ${look}`, name)),
      );
    });
  }
});
