import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { WrongValue } from './wrongValue.ts';

/** The data folder: one that this account may use, or a place where it can make one. Makes nothing. */
export function readFolder(text: string): string {
  const stats = statsOf(text);
  if (stats) {
    if (!stats.isDirectory()) throw new WrongValue(sentence('options', 'fileNotFolder', { path: text }));
    requireAccess(text, constants.R_OK | constants.W_OK | constants.X_OK);
    return text;
  }
  let above = dirname(resolve(text));
  while (!statsOf(above)) above = dirname(above);
  if (!statsOf(above)?.isDirectory()) throw new WrongValue(sentence('options', 'fileAbove', { path: above }));
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
      throw new WrongValue(sentence('options', 'folderNotMade', { path: folder, code: codeOf(error) }), {
        cause: error,
      });
    }
  }
}

/** A file that may still be made, in a folder that is there. */
export function readFileToWrite(text: string): string {
  const stats = statsOf(text);
  if (stats && !stats.isFile())
    throw new WrongValue(
      sentence('options', stats.isDirectory() ? 'folderNotFile' : 'notFile', { path: text }),
    );
  if (!stats && !statsOf(dirname(resolve(text)))?.isDirectory()) {
    throw new WrongValue(sentence('options', 'noFolder', { path: text }));
  }
  requireAccess(stats ? text : dirname(resolve(text)), constants.W_OK);
  return text;
}

function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw new WrongValue(sentence('options', 'notSeen', { code: codeOf(error) }), { cause: error });
  }
}

function requireAccess(path: string, mode: number): void {
  try {
    accessSync(path, mode);
  } catch (error) {
    throw new WrongValue(sentence('options', 'notWritable', { path, code: codeOf(error) }), {
      cause: error,
    });
  }
}

function codeOf(error: unknown): string | Sentence {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : sentence('options', 'noReason');
}
