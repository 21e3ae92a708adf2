/** `npm start`: from a fresh checkout to a window, or where there can be none to a page in the browser. */
import { findElectron, windowObstacle } from './lib/electron.mjs';
import { installPackages } from './lib/install.mjs';
import { isBuilt } from './lib/build.mjs';
import { nodePath, runInForeground, runQuietly, say } from './lib/shell.mjs';

const webShell = ['out/server/gatehouse.js', 'serve', '--data', '.gatehouse', '--port', '8470'];

async function start() {
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
