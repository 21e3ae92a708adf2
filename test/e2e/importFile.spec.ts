/** The HR system's file: read as it is, its columns put right by hand, bad values left out, and what stays out taken along. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { button, signIn, stepUp } from './support/acts.ts';
import { layoutFaults } from './support/layout.ts';
import { startSample, type Sample } from './support/sample.ts';
import { visit } from './screens/shoot.ts';
import { watch } from './support/watch.ts';
import type { Person } from './support/world.ts';

let sample: Sample;
let administrator: Person;
test.beforeAll(async () => {
  sample = await startSample(20);
  administrator = sample.person(/sees and may do everything/);
});
test.afterAll(async () => {
  await sample.stop();
});

const ROWS = [
  'Kürzel;Vorname;Nachname;E-Mail;Abteilung;Telefon;Vorgesetzter;Kostenstelle',
  'j.groß;Jürgen;Groß;juergen.gross@example.org;Vertrieb;+49 30 901820;;4711',
  'l.meyer;Lena;Meyer;lena.meyer@example.org;Einkauf;12;Groß, Jürgen;4713',
  'k.alt;Kai;Alt;nirgends;Einkauf;;;4714',
];

const column = (page: Page, header: string) => page.getByLabel(header, { exact: true });
const preview = (page: Page) => page.getByRole('table', { name: 'The first rows as they are read' });

test('issue 15.3: an HR system’s file goes in without an edit outside', async ({ page }) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, administrator);
  await visit(page, '/users/import');
  const buffer = Buffer.from(ROWS.join('\r\n'), 'latin1');
  await page.locator('input[type=file]').setInputFiles({ name: 'hr.csv', mimeType: 'text/csv', buffer });
  await expect(column(page, 'E-Mail')).toHaveValue('email');
  await expect(column(page, 'Kostenstelle')).toHaveValue('');
  await expect(preview(page).getByRole('row').nth(1)).toContainText('juergen.gross@example.org');
  await expect(preview(page).getByRole('row').nth(1)).toContainText('Jürgen Groß');

  await column(page, 'Kürzel').selectOption('Username');
  await expect(preview(page).getByRole('row').nth(1)).toContainText('j.groß');
  await expect(page.getByText('1 row can be imported, 2 rows can’t.')).toBeVisible();
  await page.getByLabel('Leave out bad values').check();
  await expect(page.getByText('2 rows can be imported, 1 row can’t.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Rows imported with missing values' })).toContainText('“12”');
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);
  }
  await button(page, 'Import the 2 good rows').click();
  await expect(page.getByText('2 people imported')).toBeVisible();
  const download = page.waitForEvent('download');
  await button(page, 'Download the row left out').click();
  expect((await download).suggestedFilename()).toBe('rows-to-put-right.csv');

  // Columns that nobody knows are put right on the page.
  await button(page, 'Import more').click();
  await page.getByLabel('Or paste the rows').fill('Wer,Post\nAnna Berg,anna.berg@example.org');
  await button(page, 'Check these rows').click();
  await expect(page.getByText('No column is chosen yet for: E-mail, Name.')).toBeVisible();
  await column(page, 'Wer').selectOption('Name');
  await expect(page.getByText('No column is chosen yet for: E-mail.')).toBeVisible();
  await column(page, 'Post').selectOption('E-mail');
  await button(page, 'Import 1 person').click();
  await expect(page.getByText('1 person imported')).toBeVisible();

  // Next month's file: what it changes is shown before it does.
  await button(page, 'Import more').click();
  await page
    .getByLabel('Or paste the rows')
    .fill('email,name,department\nanna.berg@example.org,Anna Berg,Einkauf\nnew@example.org,Nia New,Einkauf');
  await button(page, 'Check these rows').click();
  const changes = page.getByRole('region', { name: 'People who are here already: what changes' });
  await expect(changes).toContainText('Department: “Einkauf” is new.');
  await button(page, 'Import 1 and change 1').click();
  await expect(page.getByText('1 person imported, 1 changed')).toBeVisible();

  // A file that has everybody: who is in no row is suspended once their number is typed.
  await button(page, 'Import more').click();
  await page.getByLabel('Or paste the rows').fill('email,name\nanna.berg@example.org,Anna Berg');
  await button(page, 'Check these rows').click();
  await page.getByLabel('Everybody is in this file').check();
  await expect(page.getByText(/people are in no row and will be suspended/)).toBeVisible();
  const suspend = button(page, /^Suspend \d+ people$/);
  const [number = ''] = /\d+/.exec(await suspend.innerText()) ?? [];
  await page.getByLabel(`Type ${number} to go on`).fill(number);
  await suspend.click();
  await stepUp(page, administrator);
  await expect(page.getByText(`${number} people suspended who were in no row`)).toBeVisible();
  seen.mustBeClean();
});

/** A month's file with the same faults again and again. */
const MANY = [
  'E-Mail;Name;Abteilung;Rolle;Telefon',
  ...Array.from({ length: 61 }, (_, n) => `lang${n}@example.org;Person ${n};${'Vertrieb '.repeat(12)};;`),
  ...Array.from({ length: 4 }, (_, n) => `rolle${n}@example.org;Rolle ${n};Einkauf;Chefin;`),
  ...Array.from({ length: 5 }, (_, n) => `tel${n}@example.org;Tel ${n};Einkauf;;030 90182${n}`),
  'gut@example.org;Gute Zeile;Einkauf;;',
];

test('issue 15.3: the same problem is one line with a count, and is put right for all at once', async ({
  page,
}) => {
  const seen = watch(page);
  await page.goto(sample.address);
  await signIn(page, administrator);
  await visit(page, '/users/import');
  await page.getByLabel('Country of the phone numbers').selectOption('');
  const buffer = Buffer.from(MANY.join('\r\n'), 'latin1');
  await page.locator('input[type=file]').setInputFiles({ name: 'hr.csv', mimeType: 'text/csv', buffer });

  const bad = page.getByRole('region', { name: 'Rows that can’t be imported' });
  const problem = (name: RegExp) =>
    bad.getByRole('listitem').filter({ has: page.getByRole('button', { name }) });
  const departments = problem(/^Department is longer than 100 characters · 61 rows$/);
  await expect(departments).toBeVisible();
  await expect(problem(/^Role doesn’t exist here · 4 rows$/)).toBeVisible();
  await expect(problem(/^Phone has no country code · 5 rows$/)).toBeVisible();
  await expect(page.getByText('1 row can be imported, 70 rows can’t.')).toBeVisible();

  await departments.getByRole('button', { expanded: false }).click();
  await expect(departments.getByRole('row', { name: /^Line \d/ })).toHaveCount(20);
  await departments.getByRole('button', { name: 'Show more' }).click();
  await expect(departments.getByRole('row', { name: /^Line \d/ })).toHaveCount(40);
  const download = page.waitForEvent('download');
  await bad.getByRole('button', { name: 'Download these rows' }).click();
  const file = await (await download).path();
  expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toHaveLength(71);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);
  }

  // Each act shows its effect at once.
  await departments.getByRole('button', { name: 'Leave these values out' }).click();
  await expect(page.getByText('62 rows can be imported, 9 rows can’t.')).toBeVisible();
  const without = page.getByRole('region', { name: 'Rows imported with missing values' });
  await expect(without.getByRole('button', { name: /· 61 rows$/ })).toBeVisible();
  await problem(/^Role/).getByRole('button', { name: 'Import them as users' }).click();
  await expect(page.getByText('66 rows can be imported, 5 rows can’t.')).toBeVisible();
  await problem(/^Phone/)
    .getByLabel('Country of these numbers')
    .selectOption('DE');
  await expect(page.getByText('All 71 rows can be imported.')).toBeVisible();
  await expect(preview(page).getByRole('row').nth(1)).toBeVisible();

  // And can be taken back.
  const right = page.getByRole('region', { name: 'Fixed for all rows' });
  const takeBack = (what: RegExp) =>
    right.getByRole('listitem').filter({ hasText: what }).getByRole('button');
  await takeBack(/as people in Germany dial them/).click();
  await expect(page.getByText('66 rows can be imported, 5 rows can’t.')).toBeVisible();
  await takeBack(/^Department: bad values are left out of 61 rows/).click();
  await expect(page.getByText('5 rows can be imported, 66 rows can’t.')).toBeVisible();
  await expect.poll(() => layoutFaults(page, () => true)).toEqual([]);

  // A column that isn't read has no bad values; it is brought back as well.
  await departments.getByRole('button', { name: 'Don’t read “Abteilung”' }).click();
  await expect(page.getByText('66 rows can be imported, 5 rows can’t.')).toBeVisible();
  await expect(column(page, 'Abteilung')).toHaveValue('');
  await takeBack(/^The column “Abteilung” isn’t read/).click();
  await expect(column(page, 'Abteilung')).toHaveValue('department');
  await expect(page.getByText('5 rows can be imported, 66 rows can’t.')).toBeVisible();
  seen.mustBeClean();
});
