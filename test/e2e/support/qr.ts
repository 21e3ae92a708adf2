import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { findProgram } from '../../../scripts/lib/shell.mjs';
import { authenticatorOf, createAuthenticator, type Authenticator } from './authenticator.ts';

const zbarimg = findProgram('zbarimg');

/** Holds a phone before the screen: takes a picture of it, reads the QR code in it, and has the account in the app. */
export async function scan(page: Page): Promise<Authenticator> {
  const qr = page.getByRole('img', { name: /^QR code/ });
  await expect(qr).toBeVisible();
  if (!zbarimg) return typeKey(page);
  await qr.scrollIntoViewIfNeeded();
  const picture = test.info().outputPath('screen.png');
  // A dialog that is still fading in has no contrast yet: a person would hold the phone a moment longer.
  let read = '';
  await expect(async () => {
    writeFileSync(picture, await page.screenshot());
    read = execFileSync(zbarimg, ['--nodbus', '-q', '--raw', picture], { encoding: 'utf8' }).trim();
    expect(read).toMatch(/^otpauth:\/\/totp\//);
  }).toPass({ timeout: 60_000, intervals: [200] });
  return authenticatorOf(read);
}

/** For an app without a camera: the secret as text. */
async function typeKey(page: Page): Promise<Authenticator> {
  const key = await page.getByLabel('Key to type').innerText();
  expect(key).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
  return createAuthenticator(key.replaceAll(' ', ''));
}
