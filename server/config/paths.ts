import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { WrongValue } from './wrongValue.ts';

/** The data folder: one that this account may use, or a place where it can make one. Makes nothing. */
export function readFolder(text: string): string {
  const stats = statsOf(text);
  if (stats) {
    if (!stats.isDirectory()) throw new WrongValue(`${text} is a file, and no folder.`);
    requireAccess(text, constants.R_OK | constants.W_OK | constants.X_OK);
    return text;
  }
  let above = dirname(resolve(text));
  while (!statsOf(above)) above = dirname(above);
  if (!statsOf(above)?.isDirectory())
    throw new WrongValue(`${above} is a file, so that no folder can be made below it.`);
  requireAccess(above, constants.W_OK | constants.X_OK);
  return text;
}

/**
 * Makes the folder and those above it, for this account alone. One after the other: Node's own way never ends where the system
 * takes none, as below `/proc`.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let folder = resolve(path); !statsOf(folder); folder = dirname(folder)) missing.unshift(folder);
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      // Another server starting on the same folder was first.
      if (codeOf(error) === 'EEXIST') continue;
      throw new WrongValue(`The folder ${folder} cannot be made (${codeOf(error)}).`, { cause: error });
    }
  }
}

/** A file that may still be made, in a folder that is there. */
export function readFileToWrite(text: string): string {
  const stats = statsOf(text);
  if (stats && !stats.isFile())
    throw new WrongValue(`${text} is no file${stats.isDirectory() ? ', but a folder' : ''}.`);
  if (!stats && !statsOf(dirname(resolve(text)))?.isDirectory()) {
    throw new WrongValue(`The folder of ${text} is not there: make it first, or name a file elsewhere.`);
  }
  requireAccess(stats ? text : dirname(resolve(text)), constants.W_OK);
  return text;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw new WrongValue(`It cannot be looked at (${codeOf(error)}).`, { cause: error });
  }
}

function requireAccess(path: string, mode: number): void {
  try {
    accessSync(path, mode);
  } catch (error) {
    throw new WrongValue(`The account that runs this may not write to ${path} (${codeOf(error)}).`, {
      cause: error,
    });
  }
}

const codeOf = (error: unknown) =>
  String((error instanceof Error ? Reflect.get(error, 'code') : undefined) ?? 'for no known reason');
