/** Where somebody waits about whom another system asks. */
import { expect } from '@playwright/test';
import { webTest } from './support/fixtures.ts';
import { heading } from './support/acts.ts';

webTest('a check that is over says so, and leads back to where it began', async ({ page, world }) => {
  // Without anything that a browser brought from there, and with what nobody gave.
  for (const address of ['/identity-check', '/identity-check#nobody-gave-this']) {
    await page.goto(world.address + address);
    await expect(heading(page, 'This link is no longer valid')).toBeVisible();
    await expect(page.getByText('Go back to where you came from, and begin again there.')).toBeVisible();
  }
});
