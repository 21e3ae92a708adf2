import { expect, type Page } from '@playwright/test';
import { button } from '../support/acts.ts';
import { closeDialog, settled, visit, type Shoot } from './shoot.ts';

/** Dashboard, audit log, outbox, settings. Somebody who may do everything is signed in, here and in those below. */
export async function consoleScreens(page: Page, shoot: Shoot): Promise<void> {
  await visit(page, '/dashboard');
  await shoot('dashboard');
  await button(page, 'Show as table').first().click();
  await shoot('dashboard-table');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('s');
  await settled(page);
  await shoot('command-palette');
  await closeDialog(page);
  await visit(page, '/audit');
  await shoot('audit');
  await button(page, /^Verify/).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await shoot('audit-verify');
  await closeDialog(page);
  await page.getByRole('table', { name: 'Audit log' }).locator('tbody').getByRole('row').first().click();
  await settled(page);
  await shoot('audit-event');
  await visit(page, '/audit/resets');
  await shoot('audit-resets');
  await visit(page, '/outbox');
  await shoot('outbox');
  await page.getByRole('table', { name: 'Outbox' }).locator('tbody').getByRole('row').first().click();
  await settled(page);
  await shoot('outbox-mail');
  await visit(page, '/settings');
  await shoot('settings');
  await visit(page, '/nowhere');
  await shoot('not-found');
}

export async function userScreens(page: Page, shoot: Shoot): Promise<void> {
  await visit(page, '/users');
  await shoot('users');
  const rows = page.getByRole('table', { name: 'Users' }).locator('tbody').getByRole('row');
  await rows.nth(2).getByRole('checkbox').check();
  await rows.nth(3).getByRole('checkbox').check();
  await shoot('users-selected');
  await visit(page, '/users?department=&lastSignIn=never&dueFrom=2020-01-01');
  await shoot('users-filtered');
  await button(page, 'More filters').click();
  await settled(page);
  await shoot('users-more-filters');
  await page.keyboard.press('Escape');
  await button(page, 'Saved views').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await shoot('users-views');
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  await shoot('users-save-view');
  await closeDialog(page);
  await visit(page, '/users?state=on');
  await rows.first().click();
  await settled(page);
  await shoot('user');
  await button(page, 'Actions').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await shoot('user-actions');
  await page.getByRole('menuitem', { name: 'Reset MFA directly…' }).click();
  await settled(page);
  await shoot('user-direct-reset');
  await closeDialog(page);
  await visit(page, '/users?search=nobody+of+that+name');
  await shoot('users-nobody-fits');
  await visit(page, '/users');
  await button(page, 'Add user').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add user' }).click();
  await shoot('user-add');
  await closeDialog(page);
  await visit(page, '/users/departments');
  await shoot('departments');
  await button(page, 'Rename or merge Finance').click();
  await shoot('department-rename');
  await closeDialog(page);
  await visit(page, '/users/import');
  await shoot('import');
  await page.getByLabel('Or paste the rows').fill(ROWS);
  await button(page, 'Check these rows').click();
  await expect(page.getByRole('region', { name: 'Rows that can’t be imported' })).toBeVisible();
  await shoot('import-report');
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave the import?' })).toBeVisible();
  await shoot('import-leave');
  await button(page, 'Leave and lose it').click();
}

const ROWS = `username,email,name,department,role,phone,mobile,manager
amy.lin,amy.lin@example.org,Amy Lin,Finance,,+441632960101,,bo.reyes
bo.reyes,bo.reyes@example.org,Bo Reyes,Finance,,07700 900123,,
cy.ode,cy.ode@example.org,Cy Ode,Finance,wizard,,,`;

export async function requestScreens(page: Page, shoot: Shoot): Promise<void> {
  await visit(page, '/reset-requests');
  await shoot('reset-requests');
  const rows = page.getByRole('table', { name: 'Reset requests' }).locator('tbody').getByRole('row');
  const names = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  for (const [index, name] of names.slice(0, 5).entries()) {
    await visit(page, '/reset-requests');
    await page.getByRole('row', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await settled(page);
    await shoot(`reset-request-row-${index + 1}`);
  }
  await visit(page, '/reset-requests?state=open');
  await rows.first().click();
  await button(page, 'Deny').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await shoot('reset-request-deny');
  await closeDialog(page);
  await visit(page, '/reset-requests?state=completed');
  await rows.first().click();
  await expect(page.getByText(/MFA was reset/).first()).toBeVisible();
  await settled(page);
  await shoot('reset-request-completed');
  await visit(page, '/reset-requests');
  await button(page, 'Open for a caller').click();
  await shoot('reset-request-for-a-caller');
  await closeDialog(page);
  await button(page, 'Freeze').click();
  await shoot('freeze');
  await closeDialog(page);
}

export async function policyScreens(page: Page, shoot: Shoot): Promise<void> {
  await visit(page, '/policy');
  await shoot('policy');
  await button(page, 'Exempt somebody').click();
  await shoot('policy-exempt');
  await closeDialog(page);
  await page.getByRole('radio', { name: 'Everyone' }).check();
  await page.getByRole('textbox', { name: 'Grace' }).fill('0');
  await button(page, 'See who').click();
  await settled(page);
  await shoot('policy-impact');
  await closeDialog(page);
  await shoot('policy-changed');
  await button(page, 'Save policy').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Save policy' }).click();
  await shoot('policy-save');
  await closeDialog(page);
  await button(page, 'Discard').click();
  await visit(page, '/policy/versions');
  await shoot('policy-versions');
  await page.getByRole('link', { name: 'Compare' }).last().click();
  await settled(page);
  await shoot('policy-versions-compared');
}

/** What the rail leads to, and one's own page. */
export const PLACES = [
  'dashboard',
  'users',
  'reset-requests',
  'policy',
  'audit',
  'outbox',
  'settings',
  'security',
];

/** The same places where there is nothing yet. */
export async function emptyScreens(page: Page, shoot: Shoot): Promise<void> {
  for (const place of PLACES) {
    await visit(page, `/${place}`);
    await shoot(`empty-${place}`);
  }
}

/** And where nothing can be had: the server answers no more than who is signed in. */
export async function failedScreens(page: Page, shoot: Shoot): Promise<void> {
  await page.route(/\/api\/v1\/(?!me$|sign-in|setup|events)/, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(OUTAGE) }),
  );
  for (const place of PLACES) {
    // By the address bar: without what is remembered from before.
    await page.goto(new URL(place, page.url()).href);
    await settled(page);
    await expect(page.getByRole('alert').first()).toBeVisible();
    // Its parts fail each alone: authenticators, sessions, history.
    if (place === 'security') await expect(page.getByRole('alert')).toHaveCount(3);
    await shoot(`failed-${place}`);
  }
}

const OUTAGE = {
  status: 503,
  code: 'unavailable',
  title: 'The server can’t answer just now.',
  detail: 'The database can’t be reached. Try again in a moment.',
};
