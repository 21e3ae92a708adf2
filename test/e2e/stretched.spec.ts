/** Longer texts, and lines that run from right to left: nothing is cut, lies over something, or was forgotten. */
import { expect, test, type Page } from '@playwright/test';
import { sentencesOf } from '../house/sentences.ts';
import { inEveryLook } from './screens/looks.ts';
import { byAddress, toursOf } from './screens/tours.ts';
import { layoutFaults } from './support/layout.ts';
import { button, typePassword } from './support/acts.ts';
import { scan } from './support/qr.ts';
import { watch } from './support/watch.ts';
import { createWorld } from './support/world.ts';
import { visit } from './screens/shoot.ts';
import { saidByServer, speaking } from './support/words.ts';

test.describe.configure({ mode: 'parallel' });

const asTrial = (page: Page, trial: 'long' | 'mirrored') =>
  page.addInitScript((kept) => {
    // A page that is blank has no storage.
    if (location.protocol !== 'about:') localStorage.setItem('gatehouse.trial', kept);
  }, trial);

/** What the stood-in outage answers is English, as the server's own answers are. */
const IN_ENGLISH: ReadonlySet<string> = new Set(['where nothing can be had']);

/** What people of the sample and of the journeys typed is in the language that they typed it in. */
const TYPED: readonly string[] = [
  ...sentencesOf(['server/features/setup/sample', 'server/domain/policy/defaultPolicy.ts']).map(
    ({ text }) => text,
  ),
  'Finance and IT',
  'Five callers with one voice.',
];

for (const tour of toursOf({ users: 60 })) {
  if (IN_ENGLISH.has(tour.title)) continue;
  test(`with texts 40 % longer: ${tour.title}`, async ({ page }) => {
    await asTrial(page, 'long');
    const seen = watch(page);
    const long = await speaking(page, 'long');
    const isServers = await saidByServer();
    const isElsewhere = (text: string) => isServers(text) || TYPED.some((typed) => typed.startsWith(text));
    const found: string[] = [];
    await tour.run(long, byAddress(page), (name) =>
      inEveryLook(
        page,
        async (look) => {
          const faults = await layoutFaults(page, isElsewhere);
          found.push(...faults.map((fault) => `${name}, ${look}: ${fault}`));
        },
        ['narrow', 'desk'],
        // A theme changes colours, and no text's place.
        ['light'],
      ),
    );
    expect(found).toEqual([]);
    seen.mustBeClean();
  });
}

test('from right to left: the page is mirrored, codes, numbers and the QR code are not', async ({ page }) => {
  await asTrial(page, 'mirrored');
  const world = await createWorld();
  const seen = watch(page);
  await page.goto(world.address);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const person = world.newcomer('help_desk');
  await typePassword(page, person);
  await expect(page.getByRole('img', { name: /QR/ })).toBeVisible();
  const scanned = await scan(page);
  const code = page.getByLabel('Authentication Code');
  expect(await code.evaluate((field) => getComputedStyle(field).direction)).toBe('ltr');
  await code.fill(await scanned.code());
  await button(page, /^Continue to/).click();
  await expect(button(page, 'Sign out')).toBeVisible();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    for (const place of ['/reset-requests', '/users', '/security']) {
      await visit(page, place);
      expect(await layoutFaults(page, () => true)).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const rail = await page.getByRole('navigation', { name: 'Main' }).boundingBox();
  expect(rail?.x).toBeGreaterThan(900);
  seen.mustBeClean();
  await world.close();
});
