import { test } from '@playwright/test';
import { inEveryLook } from './looks.ts';
import { takePicture } from './picture.ts';
import { byAddress, toursOf } from './tours.ts';

test.describe.configure({ mode: 'parallel' });

for (const tour of toursOf({ users: 250 })) {
  test(tour.title, async ({ page }) => {
    await tour.run(page, byAddress(page), (name) =>
      inEveryLook(page, (look) => takePicture(page, `web ${look}`, name)),
    );
  });
}
