/** Where tests put the files that they throw away. */
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** A container's share of memory may be 64 MB; all of the tests at once take less than one of these. */
const ROOM = 2 * 1024 ** 3;

/**
 * In memory where there is room: a commit waits for the disk, and tests with a database in a file waited there for half of
 * their time. Nothing here pulls the plug; a process that is killed leaves the same files in either place.
 * @returns {string} a folder
 */
export function scratch() {
  if (process.env['TMPDIR'] || !existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? MEMORY : tmpdir();
}
