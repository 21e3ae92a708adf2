/** The desktop app's first start: nothing else to install, no token to copy. */
import { rmSync } from 'node:fs';
import { test as base, type Page } from '@playwright/test';
import { button } from './support/acts.ts';
import { createOrganisationJourney, openSampleJourney } from './journeys/firstStart.ts';
import { emptyFolder, launch } from './support/desktop.ts';
import { watch } from './support/watch.ts';

const test = base.extend<{ window: Page }>({
  window: async ({}, use) => {
    const userData = emptyFolder();
    const { app, page } = await launch(userData);
    const seen = watch(page);
    await use(page);
    await app.close();
    rmSync(userData, { recursive: true, force: true });
    seen.mustBeClean();
  },
});

test('on this computer: create the organisation and its first administrator', async ({ window }) => {
  await button(window, /^On this computer/).click();
  await createOrganisationJourney(window);
});

test('a sample organisation to look around in', async ({ window }) => {
  await button(window, /^A sample organisation/).click();
  await openSampleJourney(window);
});
