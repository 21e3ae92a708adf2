/** When the bundles were made, and whether a source has changed since. */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './shell.mjs';

const stamp = join(root, 'out', 'built');
const sources = ['contract', 'electron', 'renderer', 'server', 'resources', 'vite', 'package-lock.json'];

/**
 * @param {string} path
 * @returns {number} the newest change at or below it, in milliseconds
 */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
}

/** @returns {boolean} nothing that a bundle is made of has changed since it was made */
export function isBuilt() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) => newest(join(root, source)) <= built);
}

/**
 * Notes a complete build.
 * @param {Date} startedAt a file saved while the build ran counts as changed
 */
export function noteBuilt(startedAt) {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
}
