/**
 * `npm run build`: bundles the main process with the desktop's server, the preload, and the page for both shells.
 * `npm run build -- web` makes one of them only.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { noteBuilt } from './lib/build.mjs';
import { root, say } from './lib/shell.mjs';

/** @type {Record<string, { config: string, mode: string, folders: string[] }>} */
const bundles = {
  main: { config: 'node', mode: 'production', folders: ['main', 'server', 'chunks'] },
  preload: { config: 'preload', mode: 'production', folders: ['preload'] },
  web: { config: 'renderer', mode: 'web', folders: ['renderer/web'] },
  desktop: { config: 'renderer', mode: 'desktop', folders: ['renderer/desktop'] },
};

const startedAt = new Date();
const asked = process.argv.slice(2);
const chosen = Object.entries(bundles).filter(([name]) => asked.length === 0 || asked.includes(name));

const verdicts = await Promise.all(
  chosen.map(async ([name, { config, mode, folders }]) => {
    for (const folder of [...folders, 'built'])
      rmSync(join(root, 'out', folder), { recursive: true, force: true });
    try {
      await build({ configFile: join(root, 'vite', `${config}.config.ts`), mode });
      return true;
    } catch (error) {
      say(`${name} could not be built: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }),
);

if (verdicts.includes(false)) process.exitCode = 1;
else if (asked.length === 0) noteBuilt(startedAt);
