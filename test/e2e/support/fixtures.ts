import { test as base, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { connectTo, emptyFolder, launch } from './desktop.ts';
import { watch, type Watch } from './watch.ts';
import { speaking } from './words.ts';
import { createWorld, type World } from './world.ts';

/** The program in front of a person, at its sign-in screen. Journeys can't tell which of the two it is. */
export interface Shell {
  page: Page;
  world: World;
  /** Follows a link from a mail, in a browser. */
  follow(link: string): Promise<Page>;
}

interface Fixtures {
  shell: Shell;
  follow: Shell['follow'];
}

const withWorld = base.extend<Pick<Fixtures, 'follow'>, { world: World }>({
  world: [
    async ({}, use) => {
      const world = await createWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  follow: async ({ browser, world, locale }, use) => {
    const context = await browser.newContext(locale === undefined ? {} : { locale });
    const watches: Watch[] = [];
    await use(async (link) => {
      const page = await context.newPage();
      watches.push(watch(page));
      await page.goto(link);
      return page;
    });
    await context.close();
    for (const seen of watches) seen.mustBeClean(world);
  },
});

/** The page that the server serves, in a browser. */
export const webTest = withWorld.extend<Fixtures>({
  shell: async ({ page, world, follow }, use) => {
    const seen = watch(page);
    await page.goto(world.address);
    await use({ page, world, follow });
    seen.mustBeClean(world);
  },
});

/** The same for somebody whose browser speaks German. */
export const germanTest = withWorld.extend<Fixtures>({
  locale: 'de-DE',
  shell: async ({ page, world, follow }, use) => {
    const seen = watch(page);
    await page.goto(world.address);
    const inGerman = async (link: string) => speaking(await follow(link), 'de');
    await use({ page: await speaking(page, 'de'), world, follow: inGerman });
    seen.mustBeClean(world);
  },
});

/** The desktop app, connected to the same server by its address. One run of the app for all journeys of a worker. */
export const desktopTest = withWorld.extend<Fixtures, { app: Page }>({
  app: [
    async ({ world }, use) => {
      const userData = emptyFolder();
      const { app, page } = await launch(userData);
      await connectTo(page, world.address);
      await use(page);
      await app.close();
      rmSync(userData, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  shell: async ({ app: page, world, follow }, use) => {
    const seen = watch(page);
    await use({ page, world, follow });
    seen.mustBeClean(world);
  },
});

/** Registers a journey: in a browser, in the desktop app, or not at all. */
export type ShellTest = (title: string, body: (given: { shell: Shell }) => Promise<void>) => void;
