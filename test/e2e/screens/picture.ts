import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { settled } from './shoot.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'screenshots');

/**
 * Beside the picture stands where in it something shows that is made anew each time.
 * @param look names the folder: the shell, the theme, the width
 * @param whole all of the page, also what has to be scrolled to
 * @param ready waits until there is something to take
 */
export async function takePicture(
  page: Page,
  look: string,
  name: string,
  { whole = false, ready = settled } = {},
): Promise<void> {
  // Another width may show what was not asked for yet.
  await ready(page);
  const path = join(folder, look.replaceAll(/,? /g, '-'), `${name}.png`);
  await page.screenshot({ path, fullPage: whole, animations: 'disabled', caret: 'hide' });
  writeFileSync(path.replace(/png$/, 'anew.json'), JSON.stringify(await areasMadeAnew(page)));
}

/** A key, as a QR code and in letters; a request code, with the words that spell it. */
async function areasMadeAnew(page: Page) {
  const found = page
    .getByRole('img', { name: /^QR code/ })
    .or(page.getByLabel('Key to type'))
    .or(page.getByLabel('Request code').locator('..'));
  const boxes = await Promise.all((await found.all()).map((one) => one.boundingBox()));
  return boxes.filter((box) => box !== null);
}
