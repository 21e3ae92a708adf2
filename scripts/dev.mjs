/**
 * `npm run dev`: everything watched. A change of a component shows at once, one of the server starts it anew, the sample
 * organisation is open. `npm run dev -- desktop`: the same in the desktop app.
 */
import { installPackages } from './lib/install.mjs';
import { say, untilTold } from './lib/shell.mjs';

const shell = process.argv[2] ?? 'web';

/** @returns {Promise<number>} the exit code */
async function run() {
  const told = untilTold();
  if (!installPackages()) return 1;
  // Only now: these stand on packages.
  if (shell === 'web') return (await import('./dev/web.mjs')).runWeb(told);
  if (shell === 'desktop') return (await import('./dev/desktop.mjs')).runDesktop(told);
  say(`there is no “${shell}” here: npm run dev, or npm run dev -- desktop`);
  return 1;
}

// Whatever vite still holds open goes with it.
process.exit(await run());
