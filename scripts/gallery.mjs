/**
 * `npm run gallery`: every piece of `renderer/ui` and every screen in its states, brought up to date while you change it.
 * `npm run gallery -- build`: the same as files in out/gallery, for any static server.
 * `npm run gallery -- record`: asks a sample organisation anew what the screens are answered; after a change of the contract.
 */
import { join } from 'node:path';
import { isBuilt } from './lib/build.mjs';
import { installPackages } from './lib/install.mjs';
import { nodePath, root, runInForeground, say, untilTold } from './lib/shell.mjs';

const PORT = 8472;
const configFile = join(root, 'vite', 'gallery.config.ts');
const asked = process.argv[2] ?? 'show';

/** @returns {Promise<number>} the exit code */
async function run() {
  const told = untilTold();
  if (!installPackages()) return 1;
  // Only now: it is one of the packages.
  const { build, createServer } = await import('vite');
  if (asked === 'build') {
    await build({ configFile });
    say('the gallery lies in out/gallery');
    return 0;
  }
  if (asked === 'record') {
    if (!isBuilt()) await runInForeground(nodePath(), ['scripts/build.mjs']);
    return runInForeground('playwright', ['test', '--config', 'test/e2e/gallery/record.config.ts']);
  }
  if (asked !== 'show') {
    say(`there is no “${asked}” here: npm run gallery, and after it -- build or -- record`);
    return 1;
  }
  const vite = await createServer({ configFile, server: { host: 'localhost', port: PORT } });
  await vite.listen();
  say(`the gallery is at ${vite.resolvedUrls?.local[0] ?? ''}`);
  await told;
  return 0;
}

// Whatever vite still holds open goes with it.
process.exit(await run());
