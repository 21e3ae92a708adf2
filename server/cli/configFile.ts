import { readFileSync, statSync } from 'node:fs';
import { TomlError, parse } from 'smol-toml';
import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { isOpenToOthers } from '../crypto/keyFile.ts';
import { WrongUse } from '../failure.ts';
import { SPECS } from './specs.ts';
import type { OptionName, Spec } from './specs.ts';

/** What one configuration file sets, as texts that are judged like those of the command line. */
export interface FileValues {
  path: string;
  /** By the key in the file: `smtp_url`, or `smtp_url_file` for a secret that lies in a file of its own. */
  texts: ReadonlyMap<string, string>;
}

/** Read where no other file is named, if it is there. */
const DEFAULT_FILE = '/etc/gatehouse/gatehouse.toml';
const LARGEST_BYTES = 262_144;

/** `smtp_url` of `smtpUrl`. */
export const fileKey = (name: OptionName): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Options whose value is a secret, which may lie in a file of its own: `GATEHOUSE_SMTP_URL_FILE`, `smtp_url_file`. */
export const isSecret = (name: OptionName): boolean => (SPECS[name] as Spec<unknown>).secret === true;

const NAMES = (Object.keys(SPECS) as OptionName[]).filter(
  // The key itself stands in no file of settings: copies of that go where nobody looks after them.
  (name) => (SPECS[name] as Spec<unknown>).variable !== false && name !== 'key',
);
const SECRET_KEYS = NAMES.filter(isSecret).map(fileKey);
const KEYS = [...NAMES.map(fileKey), ...SECRET_KEYS.map((key) => `${key}_file`)];

const OPTION = '--config';

/** Takes `--config F` out of the arguments, wherever it stands. Throws `WrongUse` where it names nothing. */
export function takeConfig(args: readonly string[]): { config: string | undefined; words: string[] } {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const at = args.findIndex(
    (word, index) => index < end && (word === OPTION || word.startsWith(`${OPTION}=`)),
  );
  if (at === -1) return { config: undefined, words: [...args] };
  const word = args[at] ?? '';
  const apart = word === OPTION;
  const config = (apart ? args[at + 1] : word.slice(OPTION.length + 1)) ?? '';
  if (config === '') throw new WrongUse(sentence('options', 'noValue', { option: `'${OPTION} <file>'` }));
  return { config, words: args.toSpliced(at, apart ? 2 : 1) };
}

/**
 * Reads the configuration file. Throws `WrongUse` with a line for each key that there is not, with the nearest right one, and for
 * each value of another kind. Shows nothing of what stands in it.
 *
 * @param named by `--config` or its variable; without it the usual one, where there is one
 * @returns null where there is none
 */
export function readConfigFile(named: string | undefined): FileValues | null {
  const path = named ?? DEFAULT_FILE;
  const found = textOf(path, named !== undefined);
  if (found === null) return null;
  const wrong: Sentence[] = [];
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed(found.text, path))) {
    const text = textOfValue(value);
    if (!KEYS.includes(key)) wrong.push(unknown(key, path));
    else if (text === null) wrong.push(sentence('options', 'configValue', { key, path }));
    else texts.set(key, text);
  }
  if (wrong.length > 0)
    throw new WrongUse(wrong.reduce((above, below) => sentence('options', 'below', { above, below })));
  if (found.isOpen && SECRET_KEYS.some((key) => texts.has(key)))
    throw new WrongUse(sentence('options', 'configOpen', { path }));
  return { path, texts };
}

function textOf(path: string, isNamed: boolean): { text: string; isOpen: boolean } | null {
  try {
    const stats = statSync(path);
    if (!stats.isFile() || stats.size > LARGEST_BYTES)
      throw new WrongUse(sentence('options', 'notConfig', { path }));
    return {
      text: readFileSync(path, 'utf8'),
      isOpen: process.platform !== 'win32' && isOpenToOthers(stats),
    };
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (!isNamed && (code === 'ENOENT' || code === 'ENOTDIR')) return null;
    throw new WrongUse(sentence('options', 'configUnreadable', { path, code: String(code) }), {
      cause: error,
    });
  }
}

function parsed(text: string, path: string): Record<string, unknown> {
  try {
    return parse(text);
  } catch (error) {
    // SECURITY: its message shows the line, which may be one with a password.
    if (!(error instanceof TomlError)) throw error;
    const [line, column] = [String(error.line), String(error.column)];
    throw new WrongUse(sentence('options', 'configBroken', { path, line, column }));
  }
}

/** Null for what no option takes. */
function textOfValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(',');
  return null;
}

function unknown(key: string, path: string): Sentence {
  const shown = /^[\w.-]{1,60}$/.test(key) ? key : '…';
  const [likely] = KEYS.map((each) => ({ each, far: distance(shown, each) })).toSorted(
    (a, b) => a.far - b.far,
  );
  if (likely && likely.far <= Math.max(2, shown.length / 3))
    return sentence('options', 'configKeyLikely', { key: shown, path, likely: likely.each });
  return sentence('options', 'configKey', { key: shown, path });
}

/** How many letters have to be changed, added or taken away to make one of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [down, letter] of [...one].entries()) {
    const next = [down + 1];
    for (let at = 0; at < other.length; at += 1)
      next.push(
        Math.min(
          (row[at + 1] ?? 0) + 1,
          (next[at] ?? 0) + 1,
          (row[at] ?? 0) + (letter === other[at] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
