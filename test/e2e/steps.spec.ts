/** How long the four journeys of issue 15 are, in places, clicks and fields: none gets longer than it was before it, unseen. */
import { rmSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../support/gatehouse.ts';
import { startMailServer } from '../support/mailServer.ts';
import { button, heading, signIn, stepUp } from './support/acts.ts';
import { atMost, walk, type Walk } from './support/counted.ts';
import { call, tokenOf } from './support/program.ts';
import { scan } from './support/qr.ts';
import { startSample, type Sample } from './support/sample.ts';
import { watch } from './support/watch.ts';
import { ORGANISATION, PASSWORD, PATIENT, temporaryFolder, type Person } from './support/world.ts';

const PEOPLE = [
  'email,name,department',
  ...Array.from({ length: 200 }, (_, n) => `p${n}@northwind.example,Person ${n},Ward ${n % 7}`),
].join('\n');

test('from the first start to 200 invited people', async ({ page }) => {
  const seen = watch(page);
  const data = temporaryFolder();
  const mail = await startMailServer();
  const server = await serve(['--data', data], PATIENT);
  const w = walk(page);
  await page.goto(/https?:\/\/\S+\/setup#\S+/.exec(server.printed())?.[0] ?? '');

  await w.fill(page.getByLabel('Organisation'), ORGANISATION);
  await w.fill(page.getByLabel('Your name'), 'Mia Berg');
  await w.fill(page.getByLabel('Username'), 'mia');
  await w.fill(page.getByLabel('E-mail'), 'mia@northwind.example');
  await w.fill(page.getByLabel('Password', { exact: true }), PASSWORD);
  await w.click(button(page, 'Create organisation'));
  await expect(heading(page, 'Multi-Factor Authentication Setup')).toBeVisible();
  const authenticator = await scan(page);
  await w.fill(page.getByLabel('Authentication Code'), await authenticator.code());
  await w.click(button(page, `Continue to ${ORGANISATION}`));

  await w.click(page.getByRole('link', { name: 'Set up the mail server, and send a test mail' }));
  await w.fill(page.getByLabel('Public address'), 'https://gatehouse.northwind.example');
  await w.fill(page.getByRole('textbox', { name: /^Server/ }), '127.0.0.1');
  await w.fill(page.getByLabel('Port'), String(mail.port));
  await w.choose(page.getByLabel('Encryption'), 'none');
  await w.click(button(page, 'Save changes'));
  await w.fill(page.getByLabel('Authorization Code'), await authenticator.code());
  await expect(page.getByText('The mail server took it for mia@northwind.example.')).toBeVisible();

  await w.click(page.getByRole('link', { name: 'Import people' }));
  const buffer = Buffer.from(PEOPLE);
  await w.file(button(page, 'Choose a file'), { name: 'people.csv', mimeType: 'text/csv', buffer });
  await w.click(page.getByLabel('Send all 200 invitations with the import'));
  const invited = () => mail.accepted.filter(({ subject = '' }) => subject.startsWith('Set up your account'));
  expect(invited()).toHaveLength(0);
  await w.click(button(page, 'Import 200 people'));
  await expect(page.getByText('200 invitations are on the way.')).toBeVisible();
  await expect.poll(() => invited().length).toBe(200);
  atMost(w, { steps: 9, clicks: 9, fields: 11 });
  seen.mustBeClean();

  expect(await server.stop(), server.printed()).toBe(0);
  await mail.close();
  rmSync(data, { recursive: true, force: true });
});

test.describe('in an organisation that is at work', () => {
  let sample: Sample;
  test.beforeAll(async () => {
    sample = await startSample(60);
  });
  test.afterAll(async () => {
    await sample.stop();
  });

  /** Signed in, where the journey begins. */
  async function begin(page: Page, person: Person): Promise<Walk> {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(sample.address);
    await signIn(page, person);
    await expect(page.getByRole('heading', { level: 1, name: 'Dashboard' })).toBeVisible();
    return walk(page);
  }
  const rail = (page: Page, place: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place });

  test('from a caller to the recorded call back', async ({ page }) => {
    const desk = sample.person(/Help desk/);
    const token = await tokenOf(sample, desk);
    const { items } = await call(sample, 'users.list', { state: 'on', role: 'user' }, token);
    const callers = await Promise.all(items.map(({ id }) => call(sample, 'users.get', { id }, token)));
    const caller = callers.find(
      ({ phone, openRequestId }) => phone.value !== null && !phone.changedRecently && openRequestId === null,
    );
    const w = await begin(page, desk);
    await w.click(rail(page, 'Reset requests'));
    await w.click(button(page, 'Open for a caller'));
    const dialog = page.getByRole('dialog', { name: 'Open a request for a caller' });
    await w.fill(dialog.getByLabel('Who the caller says they are'), caller?.username ?? '');
    await w.click(page.getByRole('option', { name: caller?.name ?? '' }));
    await w.click(dialog.getByLabel('App deleted'));
    await w.click(dialog.getByRole('button', { name: 'Open request' }));
    await expect(page.getByRole('heading', { level: 1, name: caller?.name ?? '' })).toBeVisible();
    const callBack = page.getByRole('region', { name: /Call back/ });
    await w.click(callBack.getByRole('button', { name: 'Passed' }));
    await expect(button(page, /Call back/)).toContainText('Passed');
    atMost(w, { steps: 4, clicks: 6, fields: 1 });
  });

  test('from the auditor’s question to last month’s resets with their evidence', async ({ page }) => {
    const w = await begin(page, sample.person(/Auditor/));
    await w.click(rail(page, 'Audit log'));
    await w.click(page.getByRole('link', { name: 'Resets', exact: true }));
    const download = page.waitForEvent('download');
    await w.click(button(page, 'Save as CSV'));
    expect((await download).suggestedFilename()).toMatch(/^gatehouse-resets-/);
    atMost(w, { steps: 3, clicks: 3, fields: 0 });
  });

  test('a wave for two departments', async ({ page }) => {
    const officer = sample.person(/sees and may do everything/);
    const w = await begin(page, officer);
    await w.click(rail(page, 'Policy'));
    await w.click(page.getByRole('radio', { name: 'Selected roles and departments' }));
    await w.click(button(page, 'Add a wave'));
    const departments = page.getByRole('group', { name: 'Wave 1' }).getByRole('combobox');
    await w.click(departments);
    await w.click(page.getByRole('listbox').getByRole('option').nth(0));
    await w.click(page.getByRole('listbox').getByRole('option').nth(1));
    await w.click(button(page, /^Save/));
    await w.fill(page.getByRole('dialog').getByLabel(/^Why/), 'Two more departments');
    await w.click(page.getByRole('dialog').getByRole('button', { name: 'Save policy' }));
    // Asked once in five minutes, whatever one does; the others were counted without it.
    await stepUp(page, officer);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    atMost(w, { steps: 3, clicks: 8, fields: 1 });
  });
});
