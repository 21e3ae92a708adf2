/** `npm start`: from a fresh checkout to a window, or where there can be none to a page in the browser. */
import { findElectron, windowObstacle } from './lib/electron.mjs';
import { installPackages } from './lib/install.mjs';
import { isBuilt } from './lib/build.mjs';
import { nodePath, runInForeground, runQuietly, say } from './lib/shell.mjs';

const webShell = ['out/server/gatehouse.js', 'serve', '--data', '.gatehouse', '--port', '8470'];

const HELP = `npm start [-- options]

Installs what Gatehouse needs, builds it where that is to be done, and opens the desktop app; where there can be no window,
it starts a server here and prints the address of its page. Options go to that app or server, e.g. npm start -- --port 9000.
All options of a server: npm run gatehouse -- serve --help (once npm packages are installed).`;

async function start() {
  if (process.argv.slice(2).some((option) => option === '--help' || option === '-h')) {
    console.log(HELP);
    return 0;
  }
  if (!installPackages()) return 1;
  if (!isBuilt()) {
    say('building');
    const { ok, output } = runQuietly(nodePath(), ['scripts/build.mjs']);
    if (!ok) {
      console.error(output);
      return 1;
    }
  }
  const obstacle = windowObstacle();
  const electron = obstacle === undefined ? findElectron() : { kind: 'none', reason: obstacle };
  if (electron.kind !== 'none') {
    say('opening the desktop app');
    return runInForeground(nodePath(), ['node_modules/electron/cli.js', '.', ...process.argv.slice(2)]);
  }
  // Somebody's first terminal: an address to open, not a line for each request.
  process.env['GATEHOUSE_LOG_LEVEL'] ??= 'warn';
  say(`${'reason' in electron ? electron.reason : ''}: running the web shell instead`);
  return runInForeground(nodePath(), [...webShell, ...process.argv.slice(2)]);
}

process.exitCode = await start();
