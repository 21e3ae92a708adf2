/** A disk that fails under a console that is open: what is done is refused, the console says why, and it ends by itself. */
import { execFileSync } from 'node:child_process';
import { test } from '@playwright/test';
import { button, signIn } from './support/acts.ts';
import { expect } from './support/expect.ts';
import { enrolled } from './support/program.ts';
import { createWorld } from './support/world.ts';

test.skip(process.platform !== 'linux', 'prlimit is Linux’s');

test('S-91: the console says that nothing can be saved, and no more once it can', async ({ page }) => {
  test.setTimeout(180_000);
  const world = await createWorld();
  try {
    const person = await enrolled(world, 'help_desk');
    await page.goto(world.address);
    await signIn(page, person);
    const notices = page.getByRole('complementary', { name: 'Notices' });
    const limitFiles = (bytes: string) =>
      execFileSync('prlimit', ['--pid', String(world.pid), `--fsize=${bytes}:unlimited`]);
    const banner = notices.getByText(
      'The disk of the database reports errors, so nothing can be saved. You can still read.',
    );
    await expect(banner).toBeHidden();

    limitFiles('1');
    await button(page, 'Appearance and language').click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(
      page.getByText(
        /^The language was not changed\. The disk of the database reports errors, so nothing can be saved\. If it goes on, give your administrator the number [0-9A-F]{10}\.$/,
      ),
    ).toBeVisible();
    await expect(banner).toBeVisible();
    await page.getByRole('link', { name: 'Users', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Users' }).getByRole('row').nth(1)).toBeVisible();

    limitFiles('unlimited');
    await expect(banner).toBeHidden();
  } finally {
    await world.close();
  }
});
