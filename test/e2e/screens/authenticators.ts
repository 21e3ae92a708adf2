import { expect, type Page } from '@playwright/test';
import { appOf, button, codeField, openRequest, signIn, signOut } from '../support/acts.ts';
import { askForReset, call, enrol, enrolled } from '../support/program.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { scan } from '../support/qr.ts';
import type { Person, World } from '../support/world.ts';
import { closeDialog, settled, type Shoot } from './shoot.ts';

/** Somebody with several authenticators: their own page and its dialogs, and what staff see of them. */
export async function authenticatorScreens(page: Page, world: World, shoot: Shoot): Promise<void> {
  const person = world.newcomer();
  await addOnPhone(world, person, await enrol(world, person));
  await signIn(page, person);
  await button(page, 'Add another authenticator').click();
  const adding = page.getByRole('dialog');
  await adding.getByLabel('Name').fill('Tablet');
  await shoot('authenticator-add');
  await codeField(page).fill(await appOf(person).code());
  await adding.getByRole('button', { name: 'Continue' }).click();
  const tablet = await scan(page);
  await shoot('authenticator-scan');
  await page.getByLabel('Authentication Code').fill(await tablet.code());
  await expect(button(page, 'Done')).toBeVisible();
  await shoot('authenticator-added');
  await button(page, 'Done').click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await settled(page);

  const acts = (name: string) => button(page, `What to do with ${name}`);
  const choose = async (act: string) => {
    await acts('Tablet').click();
    await page.getByRole('menuitem', { name: act }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  };
  await acts('Tablet').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await shoot('authenticator-acts');
  await page.keyboard.press('Escape');
  await choose('Rename');
  await shoot('authenticator-rename');
  await closeDialog(page);
  await choose('Remove');
  await shoot('authenticator-remove');
  await closeDialog(page);
  await choose('Stop now');
  await shoot('authenticator-stop');
  await page.getByRole('dialog').getByRole('button', { name: 'Stop now' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot('authenticators');
  await signOut(page);

  await askForReset(world, person);
  await signIn(page, await enrolled(world, 'help_desk'));
  await openRequest(page, person);
  await settled(page);
  const stop = button(page, 'Stop all authenticators now');
  await stop.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await shoot('reset-request-authenticators');
  await stop.click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot('reset-request-stop');
  await closeDialog(page);
  await signOut(page);
}

/** As on another device, before they come here. */
async function addOnPhone(world: World, person: Person, token: string): Promise<void> {
  const name = 'The telephone that lies in the ward on the second floor';
  const adding = { code: await appOf(person).code(), add: true, name };
  const { enrolmentId, secret } = await call(world, 'me.beginEnrolment', adding, token);
  const code = await createAuthenticator(secret).code();
  await call(world, 'me.confirmEnrolment', { enrolmentId, code }, token);
}
