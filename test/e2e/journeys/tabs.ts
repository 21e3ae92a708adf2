import { expect } from '../support/expect.ts';
import { signIn, signOut } from '../support/acts.ts';
import type { webTest } from '../support/fixtures.ts';
import { askForReset as putRequest, enrol, enrolled } from '../support/program.ts';
import { askForReset } from './resets.ts';

/** HTTP/1.1 has six lines from a browser to a server. */
const MORE_THAN_LINES = 7;

export function tabJourneys(test: typeof webTest): void {
  test('8.E2 seven tabs of one browser all open, and all see a request that comes in', async ({
    shell: { page, world, follow },
  }) => {
    const person = await enrolled(world);
    const desk = await enrolled(world, 'help_desk');
    // Rows that are there stay where they are; into an empty queue it would come by itself.
    const waiting = world.newcomer();
    await enrol(world, waiting);
    await putRequest(world, waiting);
    const asking = await follow(world.address);
    await signIn(page, desk);
    const tabs = [page];
    while (tabs.length < MORE_THAN_LINES) tabs.push(await page.context().newPage());
    for (const tab of tabs) {
      await tab.goto(`${world.address}/reset-requests`);
      await expect(tab.getByRole('heading', { level: 1, name: 'Reset requests' })).toBeVisible();
    }
    await askForReset(asking, person);
    for (const tab of tabs) await expect(tab.getByRole('button', { name: /^1 new, show$/ })).toBeVisible();
    for (const tab of tabs.slice(1)) await tab.close();
    await signOut(page);
  });

  test('who is signed out by something else than their own press reads why', async ({
    shell: { page, world },
  }) => {
    await signIn(page, await enrolled(world));
    const other = await page.context().newPage();
    await other.goto(world.address);
    await expect(other.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible();
    await signOut(other);
    await expect(other.getByText(/^You were signed out: /)).toBeHidden();
    await expect(page.getByText(/^You were signed out: /)).toBeVisible();
  });
}
