/**
 * `npm run gallery -- record`: visits every screen of a sample organisation, and those that an empty one has, and keeps what
 * the server answered as the gallery's fixture, in each language.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type Page, type Request } from '@playwright/test';
import { API_BASE, OPERATION_NAMES, operationOf, type OperationName } from '../../../contract/operations.ts';
import { paths } from '../../../contract/paths.ts';
import { LANGUAGES, LANGUAGE_TAGS } from '../../../contract/words/languages.ts';
import { inputKey, type Fixture, type Recorded } from '../../../renderer/gallery/fixture/fixture.ts';
import { HR_FILE } from '../../../renderer/gallery/fixture/hrFile.ts';
import { visit, settled } from '../screens/shoot.ts';
import { button, signIn, signOut } from '../support/acts.ts';
import { enrol } from '../support/program.ts';
import { startSample } from '../support/sample.ts';
import { speaking } from '../support/words.ts';
import { createWorld } from '../support/world.ts';
import { connectSystems, type Elsewhere } from './elsewhere.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'renderer', 'gallery', 'fixture');

/** What everybody sees who may see everything. */
const PLACES = [
  paths.dashboard(),
  paths.users(),
  paths.importUsers(),
  paths.resetRequests(),
  paths.outside(),
  paths.confirmations(),
  paths.policy(),
  paths.policyVersions(),
  paths.audit(),
  paths.resetReport(),
  paths.outbox(),
  paths.settings(),
  paths.security(),
];

/** What only asks, too, although it is sent as if it changed something. */
const ONLY_ASKS: ReadonlySet<OperationName> = new Set([
  'settings.systems.test',
  'users.import',
  'users.named',
]);

/** What a page reads. */
const READ = OPERATION_NAMES.map((name) => ({ name, operation: operationOf(name) }))
  .filter(({ name, operation }) => operation.method === 'GET' || ONLY_ASKS.has(name))
  .filter(({ operation }) => !operation.download)
  .map(({ name, operation: { path, method } }) => ({
    name,
    method,
    pattern: new RegExp(`^${API_BASE}${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }))
  // `/me/sessions` before `/me/{id}`
  .toSorted((a, b) => a.pattern.source.split('(?<').length - b.pattern.source.split('(?<').length);

/** What was asked and answered; nothing where it was refused, or is no reading. */
async function recorded(request: Request): Promise<Recorded | undefined> {
  const { pathname, searchParams } = new URL(request.url());
  for (const { name, method, pattern } of READ) {
    const match = request.method() === method && pattern.exec(pathname);
    if (!match) continue;
    const response = await request.response();
    if (!response?.ok()) return undefined;
    const input = { ...match.groups, ...Object.fromEntries(searchParams), ...bodyOf(name, request) };
    return { operation: name, input, answer: nobodysOwn(name, await response.json()) };
  }
  return undefined;
}

/** What goes into the body of the few that have one. */
function bodyOf(name: OperationName, request: Request): object {
  if (name === 'users.import') return { content: request.postData() ?? '' };
  return name === 'users.named' ? Object(request.postDataJSON()) : {};
}

/** Whoever looks chooses the language: an answer with one of its own would load the page anew. */
function nobodysOwn(name: OperationName, answer: unknown): unknown {
  return name === 'me.get' ? { ...Object(answer), language: null } : answer;
}

interface Kept {
  places: Fixture['places'];
  /** Addresses that only this run has, each with what stands for it. */
  addresses?: ReadonlyMap<string, string>;
}

/** Keeps what the page reads while something is done with it; of the same question the last answer. */
async function keep(page: Page, name: string, act: () => Promise<Kept>): Promise<void> {
  const asked: Promise<Recorded | undefined>[] = [];
  const hear = (request: Request) => void asked.push(recorded(request));
  page.on('request', hear);
  const { places, addresses = new Map<string, string>() } = await act();
  page.off('request', hear);
  const answers = new Map(
    (await Promise.all(asked)).filter((one) => one !== undefined).map((one) => [lineOf(one), one]),
  );
  const inOrder = [...answers.values()].toSorted((a, b) => (lineOf(a) < lineOf(b) ? -1 : 1));
  const fixture: Fixture = { recordedAt: new Date().toISOString(), places, answers: [] };
  // One answer a line: what a change of the contract changed shows in a diff.
  const lines = inOrder.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const head = JSON.stringify(fixture, null, 2).replace(
    '"answers": []\n}',
    `"answers": [\n${lines}\n  ]\n}\n`,
  );
  const nobodys = [...addresses].reduce((text, [from, to]) => text.replaceAll(from, to), head);
  writeFileSync(join(folder, `${name}.json`), nobodys);
}

const lineOf = ({ operation, input }: Recorded) => `${operation} ${inputKey(input)}`;

for (const language of LANGUAGE_TAGS) {
  test.describe(language, () => {
    test.use({ locale: LANGUAGES[language].locale });

    test('a sample organisation', async ({ page: own }) => {
      const page = await speaking(own, language);
      const sample = await startSample(60);
      const elsewhere = await connectSystems(sample);
      await page.goto(sample.address);
      await keep(page, `full.${language}`, async () => {
        await signIn(page, sample.person(/sees and may do everything/));
        for (const place of PLACES) await visit(page, place);
        await tried(page);
        await visit(page, paths.user(elsewhere.waiting));
        await visit(page, paths.users({ state: 'on' }));
        await rowsOf(page, 'Users').first().click();
        await settled(page);
        const user = new URL(page.url()).pathname;
        await visit(page, paths.resetRequests());
        await rowsOf(page, 'Reset requests').nth(4).click();
        await page.waitForURL(/\/reset-requests\/.+/);
        await settled(page);
        const resetRequest = new URL(page.url()).pathname;
        return { places: { user, resetRequest, ...placesOf(elsewhere) }, addresses: elsewhere.addresses };
      });
      await signOut(page);
      await page.goto('about:blank');
      await sample.stop();
      await elsewhere.close();
    });

    test('an organisation that has only just begun', async ({ page: own }) => {
      const page = await speaking(own, language);
      const world = await createWorld({ people: false });
      await enrol(world, world.founder);
      await page.goto(world.address);
      await keep(page, `empty.${language}`, async () => {
        await signIn(page, world.founder);
        for (const place of PLACES) await visit(page, place);
        return { places: {} };
      });
      await signOut(page);
      await page.goto('about:blank');
      await world.close();
    });
  });
}

const placesOf = ({ waiting, systemId }: Elsewhere) => ({
  waiting: paths.user(waiting),
  lostDevice: paths.lostDevice({ system: systemId }),
});

/** A file is looked at before it is imported, and a connected system is asked what may be done there. */
async function tried(page: Page): Promise<void> {
  await visit(page, paths.importUsers());
  await page.getByLabel('Or paste the rows').fill(HR_FILE);
  await button(page, 'Check these rows').click();
  await settled(page);
  await page.goBack();
  await button(page, 'Leave and lose it').click();
  await visit(page, paths.settings());
  for (const name of ['Test Keycloak', 'Test Keycloak of the labs']) {
    await button(page, name).click();
    await settled(page);
    await page.keyboard.press('Escape');
  }
}

const rowsOf = (page: Page, table: string) =>
  page.getByRole('table', { name: table }).locator('tbody').getByRole('row');
