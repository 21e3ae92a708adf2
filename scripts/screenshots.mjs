/**
 * `npm run screenshots`: takes a picture of every screen, in both shells, light and dark, wide and narrow, into out/screenshots,
 * and says which differ from those that a person passed. What follows is handed on, e.g. `npm run screenshots -- --project=web`.
 * `npm run screenshots -- --accept`: passes the pictures that were taken, and renews those that documents show.
 */
import { rmSync } from 'node:fs';
import { isBuilt } from './lib/build.mjs';
import { cellsThatDiffer } from './lib/digest.mjs';
import { desktopTests } from './lib/electron.mjs';
import { digestsOfTaken, digestsPassed, keepShown, lookOf, pass, taken } from './lib/gallery.mjs';
import { nodePath, runInForeground, say } from './lib/shell.mjs';

const asked = process.argv.slice(2);

/** @returns {Promise<number>} the exit code of the tours */
async function take() {
  rmSync(taken, { recursive: true, force: true });
  if (!isBuilt()) await runInForeground(nodePath(), ['scripts/build.mjs']);
  const desktop = desktopTests();
  if ('reason' in desktop) say(`no pictures of the desktop app: ${desktop.reason}`);
  const projects = 'reason' in desktop && asked.length === 0 ? ['--project=web'] : asked;
  const [program, ...args] = 'prefix' in desktop ? [...desktop.prefix, 'playwright'] : ['playwright'];
  return runInForeground(program, [
    ...args,
    'test',
    '--config',
    'test/e2e/screens/screens.config.ts',
    ...projects,
  ]);
}

/** @returns {number} 1 where a picture is not the one that was passed */
function compare() {
  const [before, now] = [digestsPassed(), digestsOfTaken()];
  const looks = new Set(Object.keys(now).map(lookOf));
  const gone = Object.keys(before).filter((name) => looks.has(lookOf(name)) && !(name in now));
  const differences = [
    ...Object.entries(now).flatMap(([name, digest]) => {
      const passed = before[name];
      if (passed === undefined) return `${name}: new`;
      const cells = cellsThatDiffer(passed, digest);
      return cells === 0 ? [] : `${name}: differs in ${cells} places`;
    }),
    ...gone.map((name) => `${name}: not taken`),
  ];
  say(
    `${Object.keys(now).length} pictures in out/screenshots, ${differences.length} not as they were passed`,
  );
  for (const line of differences) console.log(`  ${line}`);
  if (differences.length > 0)
    say('look at them; if they are as they should be: npm run screenshots -- --accept');
  return differences.length > 0 ? 1 : 0;
}

if (asked.includes('--accept')) {
  const digests = digestsOfTaken();
  pass(digests);
  keepShown();
  say(`${Object.keys(digests).length} pictures passed: commit docs/screenshots`);
} else {
  const failed = await take();
  process.exitCode = compare() || failed;
}
