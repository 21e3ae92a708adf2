import { test } from '@playwright/test';
import { serveGallery } from '../gallery/served.ts';
import { everyStory, showStory } from '../gallery/walk.ts';
import { inEveryLook } from './looks.ts';
import { takePicture } from './picture.ts';

/** A picture of each group as a whole: some dozen, where each piece in each state would be hundreds. */
test('the gallery', async ({ page }) => {
  const gallery = await serveGallery();
  await page.goto(`${gallery.address}stage.html`);
  for (const story of (await everyStory(page)).filter((path) => path.startsWith('groups/'))) {
    await showStory(page, story);
    const name = story.split('/')[1] ?? '';
    await inEveryLook(page, (look) => takePicture(page, `gallery ${look}`, name, { whole: true }));
  }
  await gallery.close();
});
