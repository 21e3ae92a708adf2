import type { Page } from '@playwright/test';
import { expect } from '../support/expect.ts';
import { button, heading, openRequest, signIn, signOut, stepUp } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { linkIn, mailTo } from '../support/mailbox.ts';
import { askForReset, call, enrol, enrolled, recordPasses } from '../support/program.ts';
import type { Person } from '../support/world.ts';

/** From the question to the fresh code. */
async function answer(
  page: Page,
  manager: Person,
  about: Person,
  words: { button: string; title: string; act: string },
) {
  await button(page, words.button).click();
  const dialog = page.getByRole('dialog', { name: `${words.title} ${about.name}` });
  await dialog.getByLabel('Note').fill('We spoke in the ward.');
  await dialog.getByRole('button', { name: words.act }).click();
  await stepUp(page, manager);
  await expect(page.getByText('Your answer is recorded. The help desk sees it at once.')).toBeVisible();
  await expect(page.getByText('There is nothing to confirm')).toBeVisible();
}

export function managerJourneys(test: ShellTest): void {
  test('a manager who refuses: the fail stays, and more evidence is asked for', async ({
    shell: { page, world },
  }) => {
    const [person, manager] = [await enrolled(world), await enrolled(world)];
    const desk = await enrolled(world, 'help_desk');
    const colleague = await enrol(world, world.newcomer('help_desk'));
    await recordPasses(world, await askForReset(world, person), ['request_code'], colleague);
    await signIn(page, desk);
    await openRequest(page, person);
    await button(page, /Manager’s confirmation/).click();
    await button(page, `Ask ${manager.name}`).click();
    await expect(page.getByText(`${manager.name} was asked by ${desk.name}`)).toBeVisible();
    await signOut(page);
    linkIn(
      await mailTo(world.mail, manager.email, new RegExp(`^Confirm or refuse .* ${person.name}$`)),
      '/confirmations',
    );

    await signIn(page, manager);
    const notice = page.getByRole('complementary', { name: 'Notices' });
    await expect(notice).toContainText(
      'The help desk asks you to confirm a reset request from one of your people.',
    );
    await notice.getByRole('link', { name: 'Answer' }).click();
    const asked = page.getByRole('region', { name: `Did ${person.name} ask for an MFA reset?` });
    await expect(asked).toContainText('Phone lost or stolen');
    await expect(asked).toContainText(`Asked by${desk.name}, today`);
    await answer(page, manager, person, {
      button: 'No, or I can’t tell',
      title: 'Refuse to confirm it for',
      act: 'Refuse',
    });
    await signOut(page);

    await signIn(page, desk);
    await openRequest(page, person);
    await expect(heading(page, 'Elevated risk')).toBeVisible();
    await expect(page.getByText(/^A check failed in the last 7 days\. today/)).toBeVisible();
    await expect(page.getByText(/^Two more: a call back, .* One of them: /)).toBeVisible();
    await button(page, /Manager’s confirmation.* Failed/).click();
    const recorded = page.getByRole('region', { name: 'Manager’s confirmation' });
    await expect(recorded).toContainText(`Failed, recorded by ${manager.name}`);
    await expect(recorded).toContainText('We spoke in the ward.');
    await signOut(page);
  });

  test('a manager who confirms, by the link of the mail: the evidence is complete', async ({
    shell: { world, follow },
  }) => {
    const [person, manager] = [await enrolled(world), await enrolled(world)];
    const request = await askForReset(world, person);
    const desk = await enrol(world, world.newcomer('help_desk'));
    await recordPasses(world, request, ['request_code'], desk);
    await call(world, 'resetRequests.askManager', { id: request.id }, desk);
    const mail = await mailTo(world.mail, manager.email, new RegExp(`^Confirm or refuse .* ${person.name}$`));
    const browser = await follow(linkIn(mail, '/confirmations'));
    await signIn(browser, manager);
    await answer(browser, manager, person, {
      button: 'Yes, it is genuine',
      title: 'Confirm that',
      act: 'Confirm',
    });
    const { state, recipe, checks } = await call(world, 'resetRequests.get', { id: request.id }, desk);
    expect({ state, met: recipe.met }).toEqual({ state: 'verified', met: true });
    expect(checks.map(({ kind, by }) => [kind, by?.name])).toContainEqual([
      'manager_confirmation',
      manager.name,
    ]);
  });
}
