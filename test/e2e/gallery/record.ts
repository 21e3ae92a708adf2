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
import { visit, settled } from '../screens/shoot.ts';
import { signIn, signOut } from '../support/acts.ts';
import { enrol } from '../support/program.ts';
import { startSample } from '../support/sample.ts';
import { speaking } from '../support/words.ts';
import { createWorld } from '../support/world.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'renderer', 'gallery', 'fixture');

/** What everybody sees who may see everything. */
const PLACES = [
  paths.dashboard(),
  paths.users(),
  paths.importUsers(),
  paths.resetRequests(),
  paths.confirmations(),
  paths.policy(),
  paths.policyVersions(),
  paths.audit(),
  paths.outbox(),
  paths.settings(),
  paths.security(),
];

/** What a page reads. */
const READ = OPERATION_NAMES.map((name) => ({ name, operation: operationOf(name) }))
  .filter(({ operation }) => operation.method === 'GET' && !operation.download)
  .map(({ name, operation: { path } }) => ({
    name,
    pattern: new RegExp(`^${API_BASE}${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
  }))
  // `/me/sessions` before `/me/{id}`
  .toSorted((a, b) => a.pattern.source.split('(?<').length - b.pattern.source.split('(?<').length);

/** What was asked and answered; nothing where it was refused, or is no reading. */
async function recorded(request: Request): Promise<Recorded | undefined> {
  const { pathname, searchParams } = new URL(request.url());
  for (const { name, pattern } of READ) {
    const match = request.method() === 'GET' && pattern.exec(pathname);
    if (!match) continue;
    const response = await request.response();
    if (!response?.ok()) return undefined;
    const input = { ...match.groups, ...Object.fromEntries(searchParams) };
    return { operation: name, input, answer: nobodysOwn(name, await response.json()) };
  }
  return undefined;
}

/** Whoever looks chooses the language: an answer with one of its own would load the page anew. */
function nobodysOwn(name: OperationName, answer: unknown): unknown {
  return name === 'me.get' ? { ...Object(answer), language: null } : answer;
}

/** Keeps what the page reads while something is done with it; of the same question the last answer. */
async function keep(page: Page, name: string, act: () => Promise<Fixture['places']>): Promise<void> {
  const asked: Promise<Recorded | undefined>[] = [];
  const hear = (request: Request) => void asked.push(recorded(request));
  page.on('request', hear);
  const places = await act();
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
  writeFileSync(join(folder, `${name}.json`), head);
}

const lineOf = ({ operation, input }: Recorded) => `${operation} ${inputKey(input)}`;

for (const language of LANGUAGE_TAGS) {
  test.describe(language, () => {
    test.use({ locale: LANGUAGES[language].locale });

    test('a sample organisation', async ({ page: own }) => {
      const page = await speaking(own, language);
      const sample = await startSample(60);
      await page.goto(sample.address);
      await keep(page, `full.${language}`, async () => {
        await signIn(page, sample.person(/sees and may do everything/));
        for (const place of PLACES) await visit(page, place);
        await visit(page, paths.users({ state: 'on' }));
        await rowsOf(page, 'Users').first().click();
        await settled(page);
        const user = new URL(page.url()).pathname;
        await visit(page, paths.resetRequests());
        await rowsOf(page, 'Reset requests').nth(4).click();
        await page.waitForURL(/\/reset-requests\/.+/);
        await settled(page);
        return { user, resetRequest: new URL(page.url()).pathname };
      });
      await signOut(page);
      await page.goto('about:blank');
      await sample.stop();
    });

    test('an organisation that has only just begun', async ({ page: own }) => {
      const page = await speaking(own, language);
      const world = await createWorld({ people: false });
      await enrol(world, world.founder);
      await page.goto(world.address);
      await keep(page, `empty.${language}`, async () => {
        await signIn(page, world.founder);
        for (const place of PLACES) await visit(page, place);
        return {};
      });
      await signOut(page);
      await page.goto('about:blank');
      await world.close();
    });
  });
}

const rowsOf = (page: Page, table: string) =>
  page.getByRole('table', { name: table }).locator('tbody').getByRole('row');
