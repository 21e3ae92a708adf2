/** Moving to a new phone, on the old one: the key goes to the other device first (issue 15.12). */
import { expect, test } from '@playwright/test';
import { visit } from './screens/shoot.ts';
import { appOf, button, signIn } from './support/acts.ts';
import { scan } from './support/qr.ts';
import { startSample } from './support/sample.ts';
import { watch } from './support/watch.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('the old phone shows the code to scan, asks which phone one holds, and knows its own codes', async ({
  page,
}) => {
  const seen = watch(page);
  const sample = await startSample(20);
  const person = sample.person(/A user with MFA on/);
  await page.goto(sample.address);
  await signIn(page, person);
  await visit(page, '/security');
  await button(page, 'Move to a new phone').click();
  const dialog = page.getByRole('dialog', { name: 'Move to a new phone' });
  const old = await appOf(person).code();
  await dialog.getByLabel('Authorization Code').fill(old);
  await expect(dialog.getByRole('img', { name: /QR code/ })).toBeVisible();
  const openHere = dialog.getByRole('link', { name: 'Open in authenticator app' });
  await expect(openHere).toBeHidden();
  await expect(dialog.getByText('Which phone are you holding?')).toBeVisible();

  await dialog.getByLabel('Authentication Code').fill(old);
  await expect(dialog.getByText(/a code of the entry that you have already/)).toBeVisible();

  await dialog.getByLabel('The old one, which shows the codes now').check();
  await expect(openHere).toBeHidden();
  await dialog.getByLabel('The new one').check();
  await expect(openHere).toBeVisible();
  const fresh = await scan(page);
  await dialog.getByLabel('Authentication Code').fill(await fresh.code());
  await expect(dialog.getByText(/Codes from the old one no longer work/)).toBeVisible();
  await page.goto('about:blank');
  await sample.stop();
  seen.mustBeClean();
});
