/** Single sign-on in the desktop app: the system's browser goes to the provider, loopback brings the answer back. */
import { expect, type Browser, type ElectronApplication, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { CLIENT, startIdentityProvider, type IdentityProvider } from '../support/identityProvider.ts';
import { appOf, button, heading, typeCode } from './support/acts.ts';
import { emptyFolder, launch } from './support/desktop.ts';
import { desktopTest as test } from './support/fixtures.ts';
import { agreeToChanges, call, enrol } from './support/program.ts';
import type { Person, World } from './support/world.ts';

let provider: IdentityProvider;
test.beforeAll(async () => {
  provider = await startIdentityProvider(['http://127.0.0.1/sso/callback', 'http://127.0.0.1/callback']);
});
test.afterAll(() => provider.close());

/** A provider, and an administrator who is linked to an account there. */
async function linkedAdministrator(world: World, account: string): Promise<Person> {
  const administrator = world.newcomer('administrator');
  const first = await enrol(world, administrator);
  const code = await appOf(administrator).code();
  const token = (await call(world, 'me.stepUp', { code }, first)).session.token;
  await call(
    world,
    'settings.sso.create',
    {
      name: 'Contoso',
      issuer: provider.issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      linkByEmail: false,
    },
    token,
  );
  await agreeToChanges(world);
  const [added] = (await call(world, 'settings.sso.list', {}, token)).items;
  const { user } = await call(world, 'me.get', {}, token);
  await call(world, 'users.linkSso', { id: user.id, providerId: added?.id ?? '', subject: account }, token);
  await agreeToChanges(world);
  return administrator;
}

/** What the app asks the system to open goes to the test instead. */
async function catchLinks(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  return () => app.evaluate(() => (globalThis as { opened?: string[] }).opened ?? []);
}

/** The person, in the system's browser. */
async function signInThere(browser: Browser, url: string, account: string): Promise<void> {
  const page: Page = await browser.newPage();
  await page.goto(url);
  await page.getByLabel('Account').fill(account);
  await button(page, 'Sign in').click();
  await expect(page.getByText('You can close this window.')).toBeVisible();
  await page.close();
}

test('S-17: signs in by the system’s browser, and confirms there', async ({ world, browser }) => {
  test.setTimeout(240_000);
  const account = 'administrator@contoso';
  const administrator = await linkedAdministrator(world, account);
  const userData = emptyFolder();
  const { app, page } = await launch(userData);
  const opened = await catchLinks(app);
  await page.getByRole('button', { name: 'On a server' }).click();
  await page.getByLabel('Server address').fill(world.address);
  await button(page, 'Connect').click();

  await button(page, 'Continue with Contoso').click();
  await expect(page.getByText('Sign in using the browser that has opened')).toBeVisible();
  await expect.poll(async () => (await opened()).length).toBe(1);
  await signInThere(browser, (await opened())[0] ?? '', account);
  await typeCode(page, administrator);
  await expect(button(page, 'Sign out')).toBeVisible();

  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await button(page, 'More for Contoso').click();
  await page.getByRole('menuitem', { name: 'Edit…' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit Contoso' });
  await editing.getByLabel('Name').fill('Contoso Ltd');
  await editing.getByRole('button', { name: 'Save provider' }).click();
  const confirming = page.getByRole('dialog', { name: 'Confirm it’s you' });
  await confirming.getByRole('button', { name: 'Continue with Contoso' }).click();
  await expect.poll(async () => (await opened()).length).toBe(2);
  await signInThere(browser, (await opened())[1] ?? '', account);
  await expect(editing).toBeHidden();
  await expect(page.getByText('Contoso Ltd', { exact: true })).toBeVisible();
  await button(page, 'Sign out').click();
  await expect(heading(page, 'Sign in')).toBeVisible();
  await app.close();
  rmSync(userData, { recursive: true, force: true });
});

test('S-17: who gives up is back at the sign-in screen, and the port is closed', async ({
  world,
  browser,
}) => {
  test.setTimeout(240_000);
  const userData = emptyFolder();
  const { app, page } = await launch(userData);
  const opened = await catchLinks(app);
  await page.getByRole('button', { name: 'On a server' }).click();
  await page.getByLabel('Server address').fill(world.address);
  await button(page, 'Connect').click();
  await button(page, /^Continue with Contoso/).click();
  await expect.poll(async () => (await opened()).length).toBe(1);
  await button(page, 'Cancel').click();
  await expect(page.getByText('Sign in using the browser that has opened')).toBeHidden();
  const back = new URL((await opened())[0] ?? '').searchParams.get('redirect_uri') ?? '';
  const late = await browser.newPage();
  await expect(late.goto(`${back}?code=late&state=x`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  await late.close();
  await app.close();
  rmSync(userData, { recursive: true, force: true });
});
