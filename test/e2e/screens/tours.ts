import type { Page } from '@playwright/test';
import { signIn, signOut } from '../support/acts.ts';
import { enrol, enrolled } from '../support/program.ts';
import { startSample } from '../support/sample.ts';
import { createWorld, type World } from '../support/world.ts';
import {
  consoleScreens,
  emptyScreens,
  failedScreens,
  policyScreens,
  requestScreens,
  userScreens,
} from './console.ts';
import { authenticatorScreens } from './authenticators.ts';
import type { Shoot } from './shoot.ts';
import { ownScreens, signInScreens } from './signIn.ts';
import { stopScreens } from './stops.ts';

export interface Tour {
  title: string;
  /** A browser is needed: it stands between the page and the server. */
  web?: true;
  run(page: Page, way: Way, shoot: Shoot): Promise<void>;
}

/** How a shell comes to a server and goes from it. */
export interface Way {
  /** Shows the sign-in screen of the server at an address. */
  arrive(address: string): Promise<void>;
  /** Asks the server for nothing any more, so that it may end. */
  leave(): Promise<void>;
}

/** Every screen, each by the way that leads there. @param users how many people the sample organisation has */
export const toursOf = ({ users }: { users: number }): readonly Tour[] => [
  { title: 'the console: its parts', run: inSample(users, consoleScreens) },
  { title: 'the console: users', run: inSample(users, userScreens) },
  { title: 'the console: reset requests', run: inSample(users, requestScreens) },
  { title: 'the console: policy', run: inSample(users, policyScreens) },
  {
    title: 'signing in and one’s own page',
    run: inWorld(true, async (page, world, shoot) => {
      const people = {
        settled: await enrolled(world),
        required: world.newcomer('help_desk'),
        optional: world.newcomer(),
      };
      await signInScreens(page, world, people, shoot);
      await ownScreens(page, people, shoot);
    }),
  },
  { title: 'several authenticators', run: inWorld(true, authenticatorScreens) },
  { title: 'what stops a reset', run: inWorld(true, stopScreens) },
  {
    title: 'where nothing is there yet',
    run: inWorld(false, async (page, world, shoot) => {
      await enrol(world, world.founder);
      await signIn(page, world.founder);
      await emptyScreens(page, shoot);
      await signOut(page);
    }),
  },
  {
    title: 'where nothing can be had',
    web: true,
    run: inWorld(false, async (page, world, shoot) => {
      await enrol(world, world.founder);
      await signIn(page, world.founder);
      await failedScreens(page, shoot);
    }),
  },
];

/** In a browser: by the address bar. */
export const byAddress = (page: Page): Way => ({
  arrive: async (address) => void (await page.goto(address)),
  leave: async () => void (await page.goto('about:blank')),
});

/** As somebody who sees and may do everything. */
function inSample(users: number, see: (page: Page, shoot: Shoot) => Promise<void>): Tour['run'] {
  return async (page, { arrive, leave }, shoot) => {
    const sample = await startSample(users);
    await arrive(sample.address);
    await signIn(page, sample.person(/sees and may do everything/));
    await see(page, shoot);
    await signOut(page);
    await leave();
    await sample.stop();
  };
}

function inWorld(
  people: boolean,
  see: (page: Page, world: World, shoot: Shoot) => Promise<void>,
): Tour['run'] {
  return async (page, { arrive, leave }, shoot) => {
    const world = await createWorld({ people });
    await arrive(world.address);
    await see(page, world, shoot);
    await leave();
    await world.close();
  };
}
