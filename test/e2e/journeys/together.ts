import type { Page } from '@playwright/test';
import { button, heading, openRequest, signIn, signOut } from '../support/acts.ts';
import { expect } from '../support/expect.ts';
import type { Shell, ShellTest } from '../support/fixtures.ts';
import { askForReset, call, enrol, enrolled, enrolledToken } from '../support/program.ts';
import type { Person, World } from '../support/world.ts';

/** What the audit log has of a request: who looks leaves nothing in it. */
async function eventsOf(world: World, id: string): Promise<string[]> {
  const token = await enrolledToken(world, 'administrator');
  const { history } = await call(world, 'resetRequests.get', { id }, token);
  return history.map(({ action }) => action);
}

interface Desk {
  person: Person;
  id: string;
  priya: Person;
  hana: Person;
}

async function openDesk(world: World): Promise<Desk> {
  const person = world.newcomer();
  await enrol(world, person);
  const { id } = await askForReset(world, person);
  return { person, id, priya: await enrolled(world, 'help_desk'), hana: await enrolled(world, 'help_desk') };
}

/** A colleague's own browser, on the same request. */
async function colleagueAt({ follow, world }: Shell, { person, hana }: Desk): Promise<Page> {
  const there = await follow(world.address);
  await signIn(there, hana);
  await openRequest(there, person);
  return there;
}

const bottomOf = async (page: Page, name: string): Promise<number> => {
  const box = await button(page, name).boundingBox();
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
};

export function togetherJourneys(test: ShellTest): void {
  test('looking isn’t acting: two who have a request open see each other, and nothing is written', async ({
    shell,
  }) => {
    const { page, world } = shell;
    const desk = await openDesk(world);
    const { person, id, priya, hana } = desk;
    const before = await eventsOf(world, id);
    await signIn(page, priya);
    await openRequest(page, person);
    const there = await colleagueAt(shell, desk);
    await expect(page.getByText(`${hana.name} has it open`)).toBeVisible();
    await expect(there.getByText(`${priya.name} has it open`)).toBeVisible();
    expect(await eventsOf(world, id)).toEqual(before);
    await expect(button(page, 'Take')).toBeVisible();
    await expect(button(there, 'Take')).toBeVisible();

    // In the queue, too, and it ends when the page is closed.
    await there.getByRole('link', { name: 'Reset requests' }).first().click();
    const row = there.getByRole('row', { name: person.name, exact: true });
    await expect(row.getByText(`${priya.name} has it open`)).toBeVisible();
    await expect(page.getByText(`${hana.name} has it open`)).toBeHidden();
    await row.click();
    await expect(page.getByText(`${hana.name} has it open`)).toBeVisible();
    await there.close();
    await expect(page.getByText(`${hana.name} has it open`)).toBeHidden();
    await signOut(page);
  });

  test('Take says who is on it, a colleague takes over, and the first note claims what is nobody’s', async ({
    shell,
  }) => {
    const { page, world } = shell;
    const desk = await openDesk(world);
    const { person, id, priya, hana } = desk;
    await signIn(page, priya);
    await openRequest(page, person);
    const there = await colleagueAt(shell, desk);
    await button(page, 'Take').click();
    await expect(there.getByText(new RegExp(`^${priya.name}, since `))).toBeVisible();
    await expect(button(page, 'Take')).toBeHidden();
    await button(there, 'Take over').click();
    await expect(page.getByText(new RegExp(`^${hana.name}, since `))).toBeVisible();
    const claims = (await eventsOf(world, id)).filter((action) => action === 'reset_request.claimed');
    expect(claims).toHaveLength(2);
    await there.close();
    await signOut(page);

    const another = await openDesk(world);
    await signIn(page, another.priya);
    await openRequest(page, another.person);
    await page.getByRole('textbox', { name: 'Notes' }).fill('She is on the line.');
    await expect(page.getByText(/^You, since /)).toBeVisible();
    expect(await eventsOf(world, another.id)).toContain('reset_request.claimed');
    await signOut(page);
  });

  test('a standard request shows its decision, and what it lacks once, without scrolling at 1440 × 900', async ({
    shell: { page, world },
  }) => {
    const { person } = await openDesk(world);
    const officer = await enrolled(world, 'security_officer');
    await page.setViewportSize({ width: 1440, height: 900 });
    await signIn(page, officer);
    await openRequest(page, person);
    await expect(heading(page, 'Evidence')).toBeVisible();
    for (const name of ['Deny', 'Approve and reset'])
      expect(await bottomOf(page, name)).toBeLessThanOrEqual(900);
    await expect(page.getByText(/^Still missing: /)).toHaveText(
      /^Still missing: the request code\. One check: a call back, /,
    );
    await expect(page.getByText(/0 of 2/)).toHaveCount(0);
    await signOut(page);
  });
}
