/** An empty server: its operator starts it, and follows the link that it prints. */
import { rmSync } from 'node:fs';
import { expect, test as base } from '@playwright/test';
import { serve } from '../support/gatehouse.ts';
import { createOrganisationJourney, openSampleJourney } from './journeys/firstStart.ts';
import { watch } from './support/watch.ts';
import { PATIENT, temporaryFolder } from './support/world.ts';

const test = base.extend<{ setUpLink: string }>({
  setUpLink: async ({}, use) => {
    const data = temporaryFolder();
    const server = await serve(['--data', data], PATIENT);
    const link = /https?:\/\/\S+\/setup#\S+/.exec(server.printed())?.[0];
    await use(link ?? '');
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  },
});
test.describe.configure({ mode: 'parallel' });

test('create the organisation and its first administrator', async ({ page, setUpLink }) => {
  const seen = watch(page);
  // As somebody who opened the address first: the link then changes no more than what is after the #.
  await page.goto(new URL('/', setUpLink).href);
  await expect(page.getByLabel('Set-up token')).toBeVisible();
  await page.goto(setUpLink);
  await expect(page.getByLabel('Set-up token')).toBeHidden();
  await createOrganisationJourney(page);
  seen.mustBeClean();
});

test('open the sample organisation', async ({ page, setUpLink }) => {
  const seen = watch(page);
  await page.goto(setUpLink);
  await page.getByRole('button', { name: 'Open a sample organisation' }).click();
  await openSampleJourney(page);
  seen.mustBeClean();
});

test('S-64: without the printed token nobody sets the server up', async ({ page, setUpLink }) => {
  await page.goto(new URL('/setup', setUpLink).href);
  await expect(page.getByLabel('Set-up token')).toBeVisible();
  await page.goto(`${new URL('/setup', setUpLink).href}#not-the-token`);
  await page.reload();
  await page.getByRole('button', { name: 'Open a sample organisation' }).click();
  await expect(page.getByText(/Open the set-up link that the server printed/)).toBeVisible();
});
