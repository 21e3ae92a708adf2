import { readFileSync, statSync } from 'node:fs';
import { sentence } from '../../contract/words/sentence.ts';
import { isOpenToOthers } from '../crypto/keyFile.ts';
import { WrongValue } from './wrongValue.ts';

const LARGEST_BYTES = 8192;

/** The token in a file, without the end of its line. Throws `WrongValue`, which shows nothing of it. */
export function readTokenFile(path: string): string {
  const text = textOf(path).trim();
  if (!/^[\x21-\x7e]{20,4096}$/.test(text)) throw new WrongValue(sentence('options', 'notToken'));
  return text;
}

function textOf(path: string): string {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LARGEST_BYTES) throw new WrongValue(sentence('options', 'notToken'));
    // Windows has no such bits; there the folder's access list decides.
    if (process.platform !== 'win32' && isOpenToOthers(stats)) {
      throw new WrongValue(sentence('options', 'tokenFileOpen'));
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (typeof code !== 'string') throw error;
    throw new WrongValue(sentence('options', 'tokenFileUnreadable', { code }));
  }
}
