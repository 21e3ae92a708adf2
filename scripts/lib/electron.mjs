/** Whether the desktop shell can be opened here, and how. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, root, runQuietly } from './shell.mjs';

const electron = join(root, 'node_modules', 'electron');
const downloadLimit = 20_000;

/** @returns {boolean} Electron's own executable lies in node_modules */
function isInstalled() {
  const name = join(electron, 'path.txt');
  return existsSync(name) && existsSync(join(electron, 'dist', readFileSync(name, 'utf8').trim()));
}

/**
 * Finds Electron, downloading it where that works within 20 seconds.
 * @returns {{ kind: 'given' | 'installed' } | { kind: 'none', reason: string }}
 */
export function findElectron() {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH']) return { kind: 'given' };
  if (isInstalled()) return { kind: 'installed' };
  const { ok } = runQuietly('install-electron', ['--no'], { timeout: downloadLimit });
  if (ok && isInstalled()) return { kind: 'installed' };
  return { kind: 'none', reason: "Electron's executable could not be downloaded" };
}

/**
 * What stands in the way of a window on this machine, before Electron is looked for.
 * @returns {string | undefined} a reason, to be printed
 */
export function windowObstacle() {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] || process.platform !== 'linux') return undefined;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display here';
  // SECURITY: Chromium as root needs --no-sandbox, and that is no trade for a window.
  if (process.getuid?.() === 0) return 'Electron as root would have to give up its sandbox';
  return undefined;
}

/**
 * How desktop tests start here: as they are, under a display of their own, or not at all.
 * @returns {{ prefix: string[] } | { reason: string }}
 */
export function desktopTests() {
  const found = findElectron();
  if (found.kind === 'none') return { reason: `${found.reason}, and there is no stand-in` };
  if (found.kind === 'given' || windowObstacle() === undefined) return { prefix: [] };
  if (findProgram('xvfb-run') !== undefined && process.getuid?.() !== 0)
    return { prefix: ['xvfb-run', '-a'] };
  return { reason: `${windowObstacle()}` };
}
