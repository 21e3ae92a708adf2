import { expect } from '../support/expect.ts';
import { heading, signIn } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { askForReset, enrol, enrolled } from '../support/program.ts';

export function paletteJourneys(test: ShellTest): void {
  test('the palette acts: a caller’s request, a freeze, a request that waits; ? shows every key', async ({
    shell: { page, world },
  }) => {
    const [asked, calls] = [world.newcomer(), world.newcomer()];
    await enrol(world, asked);
    await enrol(world, calls);
    await askForReset(world, asked);
    await signIn(page, await enrolled(world, 'help_desk'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const choose = async (letters: string, option: string | RegExp) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill(letters);
      await page.getByRole('option', { name: option }).click();
    };

    // As its button in the queue calls it.
    await choose('open for a caller', 'Open a request for a caller');
    await expect(page.getByRole('dialog', { name: 'Open a request for a caller' })).toBeVisible();
    // Whom the caller says they are is typed at once.
    await expect(page.getByLabel('Who the caller says they are')).toBeFocused();
    // Gone from the address: who comes back here doesn't begin it again.
    await expect(page).toHaveURL(/\/reset-requests$/);
    await page.keyboard.press('Escape');
    await choose('freeze', 'Freeze resets');
    await expect(page.getByRole('dialog', { name: 'Freeze?' })).toBeVisible();
    await page.keyboard.press('Escape');

    await choose(calls.username, `Open a request for ${calls.name}`);
    await expect(page.getByRole('dialog', { name: `Open a reset request for ${calls.name}?` })).toBeVisible();
    await page.keyboard.press('Escape');

    // Who somebody is and how they stand, and a request by the number that staff say on the phone.
    await page.keyboard.press('Control+k');
    const field = page.getByRole('dialog').getByRole('combobox');
    await field.fill(calls.username);
    await expect(
      page.getByRole('option', { name: `${calls.name} MFA on · ${calls.username}` }),
    ).toBeVisible();
    await field.fill(asked.username);
    const request = page.getByRole('option', { name: `Request of ${asked.name}` });
    await expect(request).toHaveText(/#\d+ · Open$/);
    const [number = ''] = /#\d+/.exec(await request.innerText()) ?? [];
    await page.keyboard.press('Escape');
    await choose(number, `Request of ${asked.name}`);
    await expect(heading(page, asked.name)).toBeVisible();
    await choose('Outside', 'Outside the gate');
    await expect(page.getByRole('heading', { level: 1, name: 'Outside the gate' })).toBeVisible();

    await choose(asked.username, `Request of ${asked.name}`);
    await expect(heading(page, asked.name)).toBeVisible();
    await expect(page).toHaveURL(/\/reset-requests\/[0-9a-f-]+$/);

    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys.getByText('Ctrl K')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
  });

  test('the palette offers what a role may do, and no more', async ({ shell: { page, world } }) => {
    await signIn(page, await enrolled(world, 'help_desk'));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option', { name: 'Freeze resets' })).toBeVisible();
    for (const name of ['Add user', 'Import users', 'Resets report', 'Outbox'])
      await expect(page.getByRole('option', { name })).toHaveCount(0);
  });
}
