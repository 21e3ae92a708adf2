import { test, type Page } from '@playwright/test';
import { serveGallery } from '../gallery/served.ts';
import { everyStory, showStory } from '../gallery/walk.ts';
import { inEveryLook, type Look } from './looks.ts';
import { takePicture } from './picture.ts';
import { quiet } from './shoot.ts';

/** Each group as a whole: two dozen pictures, where each piece in each state would be hundreds. */
test('the pieces', async ({ page }) => {
  await inTurn(page, /^groups\//, ['narrow', 'wide']);
});

/** As nobody sees them for long; full, empty and failing they are among the pictures of the console itself. */
test('screens that load', async ({ page }) => {
  await inTurn(page, /^screens\/.*\/loading$/, ['wide']);
});

async function inTurn(page: Page, which: RegExp, widths: readonly Look['width'][]): Promise<void> {
  const gallery = await serveGallery();
  await page.goto(`${gallery.address}stage.html`);
  await page.locator('html[data-story]').waitFor();
  for (const story of (await everyStory(page)).filter((path) => which.test(path))) {
    await showStory(page, story);
    const [, name = '', state] = story.split('/');
    const take = (look: string) =>
      takePicture(page, `gallery ${look}`, [name, state].filter(Boolean).join('-'), {
        whole: true,
        ready: quiet,
      });
    await inEveryLook(page, take, widths);
  }
  await gallery.close();
}
