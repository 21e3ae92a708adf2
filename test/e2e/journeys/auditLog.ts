import { expect } from '../support/expect.ts';
import { goTo, signIn } from '../support/acts.ts';
import type { ShellTest } from '../support/fixtures.ts';
import { call, enrolled } from '../support/program.ts';

export function auditLogJourneys(test: ShellTest): void {
  test('the audit log: who did what to whom and from where, and what else a session did', async ({
    shell: { page, world },
  }) => {
    const officer = await enrolled(world, 'security_officer');
    const person = world.newcomer();
    const { username } = person;
    await call(world, 'signIn.start', { username, password: person.password });
    await signIn(page, officer);
    await page.setViewportSize({ width: 1440, height: 900 });
    await goTo(page, 'Audit log');
    const log = page.getByRole('table', { name: 'Audit log' });
    await expect(log.getByRole('columnheader')).toHaveText(['Time', 'Actor', 'Action', 'Target', 'Address']);
    const rowOf = ({ name }: { name: string }) => log.getByRole('row').filter({ hasText: name }).first();
    const own = rowOf(officer);
    await expect(own.getByRole('cell').nth(1)).toHaveText(officer.name);
    await expect(own.getByRole('cell').nth(2)).toHaveText('Signed in with password and code');
    await expect(own.getByRole('cell').nth(4)).toHaveText('127.0.0.1');
    const heights = await log
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(1).map((row) => row.getBoundingClientRect().height));
    expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(2);
    await own.getByRole('time').hover();
    const moment = page.getByRole('tooltip');
    await expect(moment).toBeVisible();
    expect(await moment.innerText()).toMatch(/:\d\d UTC$/);

    const detail = page.getByRole('complementary', { name: 'Details' });
    const fact = (term: string) =>
      detail.getByText(term, { exact: true }).locator('xpath=following-sibling::dd');
    await rowOf(person).click();
    await expect(detail.getByRole('link', { name: person.name }).first()).toBeVisible();
    const password = await fact('Used').innerText();
    await own.click();
    await expect(detail.getByRole('link', { name: officer.name }).first()).toBeVisible();
    const passwordAndCode = await fact('Used').innerText();
    // Without a code it reads otherwise.
    expect(passwordAndCode.startsWith(`${password} `)).toBe(true);
    await expect(fact('Address')).toHaveText('127.0.0.1');
    await expect(fact('Browser')).toContainText('Mozilla/5.0');
    await detail.getByRole('link', { name: 'Show what else it did' }).click();
    await expect(detail).toBeHidden();
    await expect(page.getByRole('status').filter({ hasText: /^1 event/ })).toBeVisible();
    await expect(log.getByRole('row')).toHaveCount(2);

    await page.setViewportSize({ width: 390, height: 844 });
    await expect(log.getByRole('columnheader')).toHaveText(['Event']);
    expect(await log.getByRole('row').nth(1).innerText()).toContain(`${officer.name} · 127.0.0.1`);
    const room = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(room).toBeLessThanOrEqual(390);
    // A whole day fits its field.
    const from = page.getByRole('textbox', { name: 'From' });
    expect((await from.locator('xpath=..').boundingBox())?.width).toBeGreaterThanOrEqual(190);
  });
}
