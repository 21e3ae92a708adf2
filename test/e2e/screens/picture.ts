import { join } from 'node:path';
import type { Page } from '@playwright/test';

const folder = join(import.meta.dirname, '..', '..', '..', 'out', 'screenshots');

/** @param look names the folder: the shell, the theme, the width */
export async function takePicture(page: Page, look: string, name: string): Promise<void> {
  const path = join(folder, look.replaceAll(/,? /g, '-'), `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
