import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { words as german } from '../../../contract/words/de/app.ts';
import { button, signIn, signOut, typeCode, typePassword } from '../support/acts.ts';
import type { webTest } from '../support/fixtures.ts';
import { enrolled } from '../support/program.ts';

const languageOf = (page: Page) => page.locator('html').getAttribute('lang');

/** How often the page is loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}

export function languageJourneys(test: typeof webTest): void {
  test('a person’s own language beats the browser’s, on every browser they sign in with', async ({
    shell: { page, world, follow },
  }) => {
    const person = await enrolled(world);
    expect(await languageOf(page)).toBe('en-GB');
    await signIn(page, person);
    await button(page, 'Appearance and language').click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await expect(button(page, 'Abmelden')).toBeVisible();
    expect(await languageOf(page)).toBe('de-DE');

    const elsewhere = await follow(world.address);
    await typePassword(elsewhere, person);
    const loads = countLoads(elsewhere);
    await typeCode(elsewhere, person);
    await expect(button(elsewhere, 'Abmelden')).toBeVisible();
    expect(await languageOf(elsewhere)).toBe('de-DE');
    await elsewhere.goto(`${world.address}/security`);
    await expect(button(elsewhere, 'Abmelden')).toBeVisible();
    // Once for the language, and once for the other page.
    expect(loads()).toBe(2);

    await button(page, 'Darstellung und Sprache').click();
    await expect(page.getByRole('menuitemradio', { name: 'Deutsch' })).toHaveAttribute(
      'aria-checked',
      'true',
    );
    await page.getByRole('menuitemradio', { name: german.asMySystem }).last().click();
    await expect(button(page, 'Sign out')).toBeVisible();
    expect(await languageOf(page)).toBe('en-GB');
    await signOut(page);
  });

  test('before anybody signs in the language is chosen at the foot of the card, for this browser', async ({
    shell: { page, world },
  }) => {
    const person = await enrolled(world);
    await button(page, 'Deutsch').click();
    await expect(button(page, 'Anmelden')).toBeVisible();
    expect(await languageOf(page)).toBe('de-DE');
    await page.reload();
    await expect(button(page, 'Anmelden')).toBeVisible();
    await button(page, 'English').click();
    await signIn(page, person);
    expect(await languageOf(page)).toBe('en-GB');
    await signOut(page);
  });
}
