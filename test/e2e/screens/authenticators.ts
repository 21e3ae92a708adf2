import { expect, type Page } from '@playwright/test';
import { appOf, button, codeField, openRequest, signIn, signOut } from '../support/acts.ts';
import { askForReset, call, enrolled } from '../support/program.ts';
import { createAuthenticator } from '../support/authenticator.ts';
import { scan } from '../support/qr.ts';
import type { Person, World } from '../support/world.ts';
import { closeDialog, settled, type Shoot } from './shoot.ts';

/** Somebody with several authenticators: their own page and its dialogs, and what staff see of them. */
export async function authenticatorScreens(page: Page, world: World, shoot: Shoot): Promise<void> {
  const person = await enrolled(world);
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
  await addByProgram(world, person, 'The telephone that lies in the ward on the second floor');
  await page.reload();
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
  await shoot('authenticators');
  await signOut(page);

  await askForReset(world, person);
  await signIn(page, await enrolled(world, 'help_desk'));
  await openRequest(page, person);
  await settled(page);
  await shoot('reset-request-authenticators');
  await button(page, 'Stop all authenticators now').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot('reset-request-stop');
  await closeDialog(page);
  await signOut(page);
}

/** As on another device. */
async function addByProgram(world: World, person: Person, name: string): Promise<void> {
  const { username, password } = person;
  const begun = await call(world, 'signIn.start', { username, password });
  if (begun.outcome !== 'code_required') throw new Error(`${username} is not asked for a code.`);
  const code = await appOf(person).code();
  const { session } = await call(world, 'signIn.verify', { challenge: begun.challenge, code });
  const token = session.token ?? '';
  const next = await appOf(person).code();
  const { enrolmentId, secret } = await call(
    world,
    'me.beginEnrolment',
    { code: next, add: true, name },
    token,
  );
  const confirming = await createAuthenticator(secret).code();
  await call(world, 'me.confirmEnrolment', { enrolmentId, code: confirming }, token);
}
