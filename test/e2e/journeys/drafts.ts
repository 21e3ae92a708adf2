import type { Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { heading, openRequest, signIn, signOut } from '../support/acts.ts';
import type { webTest } from '../support/fixtures.ts';
import { askForReset, call, enrolled } from '../support/program.ts';
import type { Person, World } from '../support/world.ts';

/** What somebody types on the telephone, with a name in it. */
const TYPED = {
  note: 'Spoke with her sister Annegret.',
  code: 'Annegret read it out for her.',
  call: 'Annegret took the call first.',
} as const;
const NAMED = /Annegret/;

/** Everything that the browser keeps for this origin, as text. */
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const answers = await Promise.all(
      (await caches.keys()).map(async (name) =>
        (await (await caches.open(name)).keys()).map(({ url }) => url),
      ),
    );
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), databases, answers]);
  });

/** Types into every form that keeps what is typed. No note reaches the server, so that all of it is kept here alone. */
async function typeDrafts(page: Page, person: Person): Promise<void> {
  await page.context().route(/\/reset-requests\/[^/]+\/note$/, () => undefined);
  await openRequest(page, person);
  const check = (name: RegExp) => page.getByRole('region', { name });
  await check(/Request code/)
    .getByLabel(/^Note/)
    .fill(TYPED.code);
  await page.getByRole('button', { name: /Call back/, expanded: false }).click();
  await check(/Call back/)
    .getByLabel(/^Note/)
    .fill(TYPED.call);
  await page.getByRole('textbox', { name: 'Notes' }).fill(TYPED.note);
  for (const text of Object.values(TYPED)) expect(await keptBy(page)).toContain(text);
}

/** Somebody of the help desk at work on a request. */
async function atWork(page: Page, world: World) {
  const person = await enrolled(world);
  await askForReset(world, person);
  const desk = await enrolled(world, 'help_desk');
  await signIn(page, desk);
  await typeDrafts(page, person);
  return { desk, person };
}

/** The token of another session, as on another computer. */
async function elsewhere(world: World, { username, password, authenticator }: Person): Promise<string> {
  const begun = await call(world, 'signIn.start', { username, password });
  const challenge = begun.outcome === 'code_required' ? begun.challenge : '';
  const code = (await authenticator?.code()) ?? '';
  const { session } = await call(world, 'signIn.verify', { challenge, code });
  return session.token ?? '';
}

/** Everything but the session on another computer ends. */
async function endElsewhere(world: World, person: Person): Promise<void> {
  await call(world, 'me.endSessions', {}, await elsewhere(world, person));
}

/**
 * Somebody's page with a note that the server hasn't: its line is gone when another person signs in on a second page. `line`
 * brings it back, `wake` tells the page, too.
 */
async function asleep(page: Page, world: World) {
  let open = /^$/;
  const saves: string[] = [];
  const person = await enrolled(world);
  await askForReset(world, person);
  await signIn(page, await enrolled(world, 'help_desk'));
  await openRequest(page, person);
  await page.route(/\/api\//, (route, request) => {
    const { pathname } = new URL(request.url());
    if (!open.test(pathname)) return route.fulfill({ status: 503 });
    return route.fallback();
  });
  page.on('response', (response) => {
    if (response.ok() && response.url().endsWith('/note')) saves.push(response.url());
  });
  const tried = page.waitForResponse(/\/note$/);
  await page.getByRole('textbox', { name: 'Notes' }).fill(TYPED.note);
  await tried;

  const next = await enrolled(world, 'help_desk');
  const other = await page.context().newPage();
  await other.goto(world.address);
  await signOut(other);
  await signIn(other, next);
  const line = (some: { for?: RegExp } = {}) => {
    open = some.for ?? /./;
  };
  const wake = async () => {
    line();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
  };
  return { person, next, saves, line, wake };
}

export function draftJourneys(test: typeof webTest): void {
  test.describe('what was typed does not outlive the session on this computer', () => {
    test('signing out leaves nothing of it; loading the page again does', async ({
      shell: { page, world },
    }) => {
      const { person } = await atWork(page, world);
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
      await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(TYPED.note);
      await signOut(page);
      expect(await keptBy(page)).not.toMatch(NAMED);
    });

    test('nor does a session that another page of the browser ended', async ({ shell: { page, world } }) => {
      await atWork(page, world);
      const other = await page.context().newPage();
      await other.goto(world.address);
      await signOut(other);
      // The first page hears of it, though nobody touches it.
      await expect(heading(page, 'Sign in')).toBeVisible();
      expect(await keptBy(page)).not.toMatch(NAMED);
    });

    test('nor one that ended while the page was open, or closed', async ({ shell: { page, world } }) => {
      const { desk, person } = await atWork(page, world);
      await endElsewhere(world, desk);
      await page.getByRole('textbox', { name: 'Notes' }).press('End');
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Dashboard' }).click();
      await expect(heading(page, 'Sign in')).toBeVisible();
      expect(await keptBy(page)).not.toMatch(NAMED);

      await signIn(page, desk);
      await typeDrafts(page, person);
      const next = await page.context().newPage();
      await page.goto('about:blank');
      await endElsewhere(world, desk);
      await next.goto(world.address);
      await expect(heading(next, 'Sign in')).toBeVisible();
      expect(await keptBy(next)).not.toMatch(NAMED);
    });

    test('a page that slept hands the next person nothing, and does nothing in their name', async ({
      shell: { page, world },
    }) => {
      // Browsers tell a frozen page nothing of what others keep.
      await page.addInitScript(() =>
        window.addEventListener('storage', (event) => event.stopImmediatePropagation()),
      );
      await page.reload();
      const { person, next, saves, wake } = await asleep(page, world);
      await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue(TYPED.note);
      await wake();
      await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('');
      await expect(page.getByText(next.name).first()).toBeVisible();
      expect(saves).toEqual([]);
      expect(await keptBy(page)).not.toMatch(NAMED);
      const token = await elsewhere(world, next);
      const { items } = await call(world, 'resetRequests.list', { state: 'pending' }, token);
      const { id } = items.find(({ user }) => user.username === person.username) ?? { id: '' };
      expect(await call(world, 'resetRequests.get', { id }, token)).toMatchObject({
        staffNote: '',
        claimedBy: null,
      });
    });

    test('a button of a page that slept does nothing in the session of the next person', async ({
      shell: { page, world },
    }) => {
      await page.addInitScript(() =>
        window.addEventListener('storage', (event) => event.stopImmediatePropagation()),
      );
      await page.reload();
      const { person, next, line, wake } = await asleep(page, world);
      // The line is back, and the page has seen by nothing yet who is signed in.
      line({ for: /\/claim$/ });
      const taken = page.waitForResponse(/\/claim$/);
      await page.getByRole('button', { name: 'Take' }).click();
      expect((await taken).status()).toBe(403);
      await expect(page.getByText(person.name)).toHaveCount(0);
      await wake();
      await page.reload();
      await expect(page.getByText(next.name).first()).toBeVisible();
      const token = await elsewhere(world, next);
      const { items } = await call(world, 'resetRequests.list', { state: 'pending' }, token);
      const { id } = items.find(({ user }) => user.username === person.username) ?? { id: '' };
      expect(await call(world, 'resetRequests.get', { id }, token)).toMatchObject({ claimedBy: null });
    });

    test('a page without a line shows nothing of the one before once it hears of the next', async ({
      shell: { page, world },
    }) => {
      const { person, saves, wake } = await asleep(page, world);
      await expect(page.getByRole('textbox', { name: 'Notes' })).toBeHidden();
      await expect(page.getByText(person.name)).toHaveCount(0);
      await wake();
      await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('');
      expect(saves).toEqual([]);
    });
  });
}
