/**
 * `npm run screenshots`: takes a picture of every screen, in both shells, light and dark, wide and narrow, and makes
 * docs/screenshots of them. What follows is handed on, e.g. `npm run screenshots -- --project=web`.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isBuilt } from './lib/build.mjs';
import { desktopTests } from './lib/electron.mjs';
import { nodePath, root, runInForeground, say } from './lib/shell.mjs';
import { smallPng } from './lib/smallPng.mjs';

const taken = join(root, 'out', 'screenshots');
const kept = join(root, 'docs', 'screenshots');
const asked = process.argv.slice(2);

async function take() {
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

/** @param {string} folder */
const names = (folder) => readdirSync(folder).toSorted();

/** Looks that were taken replace those that are kept; the others stay. */
function keep() {
  let bytes = 0;
  for (const look of names(taken)) {
    rmSync(join(kept, look), { recursive: true, force: true });
    mkdirSync(join(kept, look), { recursive: true });
    for (const name of names(join(taken, look))) {
      const small = smallPng(readFileSync(join(taken, look, name)));
      writeFileSync(join(kept, look, name), small);
      bytes += small.length;
    }
  }
  say(`${(bytes / 1024 / 1024).toFixed(1)} MB of pictures`);
}

function index() {
  const looks = names(kept).filter((name) => !name.includes('.'));
  const pictures = looks.map((look) => ({ look, screens: new Set(names(join(kept, look))) }));
  const screens = [...new Set(pictures.flatMap(({ screens: all }) => [...all]))].toSorted();
  const rows = screens.map((screen) => {
    const cells = pictures.map(({ look, screens: all }) =>
      all.has(screen) ? `[see](${look}/${screen})` : '',
    );
    return `| ${screen.replace('.png', '').replaceAll('-', ' ')} | ${cells.join(' | ')} |`;
  });
  const heads = ['screen', ...looks.map((look) => look.replaceAll('-', ', '))];
  const text = `# Screenshots

Every screen, taken by \`npm run screenshots\` from the sample organisation, from an empty one, and from one whose server
cannot answer.

| ${heads.join(' | ')} |
| ${heads.map(() => '---').join(' | ')} |
${rows.join('\n')}
`;
  writeFileSync(join(kept, 'README.md'), text);
}

rmSync(taken, { recursive: true, force: true });
process.exitCode = await take();
keep();
index();
