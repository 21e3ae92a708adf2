import { sentence } from '../../contract/words/sentence.ts';
import { readFileSync, statSync } from 'node:fs';
import { WrongValue } from '../config/wrongValue.ts';
import { isPublicKey } from '../crypto/checkpoints.ts';

const LARGEST_BYTES = 65_536;

/** Reads `--public-key`: a file of `version:key` a line, as `gatehouse audit key` prints it. */
export function readPublicKeys(file: string): ReadonlyMap<number, string> {
  const entries = textOf(file)
    .split(/\s+/)
    .filter((entry) => entry !== '');
  const keys = entries.map((entry) => /^([1-9][0-9]{0,5}):([A-Za-z0-9_-]+)$/.exec(entry));
  if (keys.length === 0 || keys.some((key) => !isPublicKey(key?.[2] ?? '')))
    throw new WrongValue(sentence('options', 'noPublicKey', { file }));
  return new Map(keys.map((key) => [Number(key?.[1]), key?.[2] ?? '']));
}

function textOf(file: string): string {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LARGEST_BYTES) return '';
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new WrongValue(sentence('options', 'unreadable', { file }), { cause: error });
  }
}
