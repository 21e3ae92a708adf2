import { test } from '@playwright/test';
import { inEveryLook } from './looks.ts';
import { takePicture } from './picture.ts';
import { toursOf } from './tours.ts';

test.describe.configure({ mode: 'parallel' });

for (const tour of toursOf({ users: 250 })) {
  test(tour.title, async ({ page }) => {
    const arrive = async (address: string) => void (await page.goto(address));
    await tour.run(page, arrive, (name) =>
      inEveryLook(page, (look) => takePicture(page, `web ${look}`, name)),
    );
  });
}
