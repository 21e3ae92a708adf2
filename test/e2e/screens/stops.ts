import { expect, type Page } from '@playwright/test';
import { button, heading, openRequest, signIn, signOut } from '../support/acts.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { askForReset, call, enrol, enrolled, enrolledToken, recordPasses } from '../support/program.ts';
import type { Person, World } from '../support/world.ts';
import { closeDialog, settled, visit, type Shoot } from './shoot.ts';

/** What keeps a reset from happening: a manager who is asked, a hold, a freeze, the person themselves. */
export async function stopScreens(page: Page, world: World, shoot: Shoot): Promise<void> {
  const [person, manager, colleague] = [
    await enrolled(world),
    await enrolled(world),
    await enrolled(world, 'help_desk'),
  ];
  const verifier = await enrol(world, world.newcomer('help_desk'));
  const request = await askForReset(world, person);
  await recordPasses(world, request, ['request_code', 'in_person'], verifier);
  await call(world, 'resetRequests.askManager', { id: request.id }, verifier);
  const deciders = await holding(world, colleague, verifier);

  await signIn(page, manager);
  await settled(page);
  await shoot('confirmation-notice');
  await visit(page, '/confirmations');
  await shoot('confirmation');
  await button(page, 'No, or I can’t tell').click();
  await shoot('confirmation-refuse');
  await closeDialog(page);
  await signOut(page);

  await signIn(page, await enrolled(world, 'security_officer'));
  await openRequest(page, colleague);
  await expect(page.getByText(/The reset happens automatically in/)).toBeVisible();
  await settled(page);
  await shoot('reset-request-holding');
  await call(world, 'resetRequests.freeze', { reason: 'Five callers with one voice.' }, deciders);
  await expect(page.getByText(/Resets are frozen, so nothing happens/)).toBeVisible();
  await shoot('reset-request-holding-frozen');
  await openRequest(page, person);
  await settled(page);
  await shoot('reset-request-frozen');
  await signOut(page);

  const link = linkIn(await mailTo(world.mail, person.email, /was requested$/), '/this-wasnt-me#');
  await visit(page, link.slice(world.address.length));
  await expect(button(page, 'Stop it and secure my account')).toBeVisible();
  await shoot('this-wasnt-me');
  await button(page, 'Stop it and secure my account').click();
  await expect(heading(page, 'Stopped')).toBeVisible();
  await shoot('this-wasnt-me-stopped');
}

/** A reset of somebody of staff, approved by two: answers the token of one of them. */
async function holding(world: World, person: Person, verifier: string): Promise<string> {
  const request = await askForReset(world, person);
  await recordPasses(world, request, ['request_code', 'photo_id_video', 'in_person'], verifier);
  const deciders = [
    await enrolledToken(world, 'security_officer'),
    await enrolledToken(world, 'security_officer'),
  ];
  for (const token of deciders) await call(world, 'resetRequests.approve', { id: request.id }, token);
  return deciders[0] ?? '';
}
