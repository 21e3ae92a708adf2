/** `npm run build`: bundles the main process, the preload, the desktop's server, and the page for both shells. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { noteBuilt } from './lib/build.mjs';
import { root } from './lib/shell.mjs';

const startedAt = new Date();
for (const folder of ['main', 'preload', 'server', 'chunks', 'renderer', 'built']) {
  rmSync(join(root, 'out', folder), { recursive: true, force: true });
}

/**
 * @param {string} name of a configuration in vite/
 * @param {string} [mode]
 */
const bundle = (name, mode = 'production') =>
  build({ configFile: join(root, 'vite', `${name}.config.ts`), mode });

await Promise.all([
  bundle('node'),
  bundle('preload'),
  bundle('renderer', 'web'),
  bundle('renderer', 'desktop'),
]);
noteBuilt(startedAt);
