import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { textFault } from '../../contract/text.ts';
import { Failure, WrongUse } from '../failure.ts';
import { WrongValue } from '../config/wrongValue.ts';
import { fileKey, isSecret } from './configFile.ts';
import type { FileValues } from './configFile.ts';
import { SPECS } from './specs.ts';
import type { OptionName, Spec } from './specs.ts';

/** What was read of some options: a value for each that was given. */
export type Values<N extends OptionName> = {
  [K in Exclude<N, Mandatory>]?: Read<K>;
} & { [K in Extract<N, Mandatory>]: Read<K> };

type Read<K extends OptionName> = Awaited<ReturnType<(typeof SPECS)[K]['read']>>;

/** Without these their commands can do nothing: the command line is refused before its values are read. */
export const MANDATORY = ['organisation', 'admin', 'adminEmail'] as const satisfies OptionName[];
type Mandatory = (typeof MANDATORY)[number];

/** What commander found on the command line, and the variables of the process. */
export interface Given {
  options: Readonly<Record<string, unknown>>;
  env: NodeJS.ProcessEnv;
  /** The configuration file, read once; null where there is none. */
  file?: () => FileValues | null;
}

export type Source = 'command line' | 'environment' | 'file';

/** Where an option is set, and what people call that place. */
export interface Found {
  from: Source;
  named: string;
  /** Throws where it lies in a file that can't be read. */
  text(): string;
}

/**
 * Reads options by their table: the command line goes before the variable, that before the configuration file, and an empty variable, as compose files make it of
 * one that isn't set, is none. All of them are judged before anything is made; throws `WrongUse` with a line for each that
 * can't be right: its name, what is wrong and an example.
 */
export async function readOptions<N extends OptionName>(
  names: readonly N[],
  given: Given,
): Promise<Values<N>> {
  const values: Record<string, unknown> = {};
  const wrong: Sentence[] = [];
  for (const name of names) {
    const set = found(name, given);
    if (!set) continue;
    try {
      values[name] = await judged(name, set.text());
    } catch (error) {
      wrong.push(told(set.named, SPECS[name], error));
    }
  }
  if (wrong.length > 0) {
    throw new WrongUse(wrong.reduce((above, below) => sentence('options', 'below', { above, below })));
  }
  return values as unknown as Values<N>;
}

/** How people name an option: `--smtp-url`, or the variable. */
function optionName(name: OptionName): string {
  const { flags }: Spec<unknown> = SPECS[name];
  return flags?.split(' ')[0] ?? variableName(name);
}

/** `GATEHOUSE_SMTP_URL` of `smtpUrl`. */
export function variableName(name: OptionName): string {
  return `GATEHOUSE_${name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** Where an option is set; null where it isn't. Throws `WrongUse` where one place says it in two ways. */
export function found(name: OptionName, { options, env, file }: Given): Found | null {
  const typed = options[name];
  if (typeof typed === 'string') return { from: 'command line', named: optionName(name), text: () => typed };
  const { variable }: Spec<unknown> = SPECS[name];
  if (variable === false) return null;
  const set = inOnePlace(
    name,
    { from: 'environment', named: variableName(name), suffix: '_FILE' },
    (key) => env[key],
  );
  if (set) return set;
  const config = file?.() ?? null;
  const texts = config?.texts ?? new Map<string, string>();
  return (
    inOnePlace(name, { from: 'file', named: fileKey(name), suffix: '_file' }, (key) => texts.get(key)) ??
    (name === 'keyFile' ? credential(env, config) : null)
  );
}

function inOnePlace(
  name: OptionName,
  { from, named, suffix }: { from: Source; named: string; suffix: string },
  textOf: (key: string) => string | undefined,
): Found | null {
  const text = textOf(named);
  const path = isSecret(name) ? textOf(`${named}${suffix}`) : undefined;
  if (text && path)
    throw new WrongUse(sentence('options', 'setTwice', { one: named, other: `${named}${suffix}` }));
  if (path) return { from, named: `${named}${suffix}`, text: () => secretIn(path) };
  return text ? { from, named, text: () => text } : null;
}

/** A secret that lies in a file, as systemd, Docker and Kubernetes hand it out: without the end of its line. */
function secretIn(path: string): string {
  try {
    if (!statSync(path).isFile() || statSync(path).size > LARGEST_SECRET)
      throw new WrongValue(sentence('options', 'notSecretFile', { file: path }));
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    if (error instanceof WrongValue) throw error;
    throw new WrongValue(sentence('options', 'unreadable', { file: path }), { cause: error });
  }
}

const LARGEST_SECRET = 65_536;

/** The key as systemd hands it out (`LoadCredential=gatehouse.key:…`), where no other is named. */
function credential(env: NodeJS.ProcessEnv, config: FileValues | null): Found | null {
  const folder = env['CREDENTIALS_DIRECTORY'];
  if (!folder || env[variableName('key')] || env[variableName('keyCommand')]) return null;
  if (config?.texts.has(fileKey('keyCommand'))) return null;
  const path = join(folder, 'gatehouse.key');
  return existsSync(path) ? { from: 'environment', named: 'CREDENTIALS_DIRECTORY', text: () => path } : null;
}

function judged(name: OptionName, text: string): unknown {
  refuseEmpty(text);
  const { words }: Spec<unknown> = SPECS[name];
  // A key may stand on several lines, as in its file.
  if (name !== 'key') refuseOddText(text, words ? 'text' : 'address');
  return SPECS[name].read(text);
}

/** Throws `WrongValue` where nobody would have meant to type that. */
export function refuseOddText(text: string, kind: 'text' | 'address'): void {
  refuseEmpty(text);
  if (text !== text.trim()) throw new WrongValue(sentence('options', 'blankEnds'));
  if (/[\t\n\r]/.test(text)) throw new WrongValue(sentence('options', 'lineEnd'));
  if (textFault(text, kind) !== null) {
    throw new WrongValue(sentence('options', 'hidden'));
  }
}

function refuseEmpty(text: string): void {
  if (text.trim() === '') throw new WrongValue(sentence('options', text === '' ? 'empty' : 'blanks'));
}

/** What a reader throws is made for people; anything else is a fault of ours, and isn't shown as if it were theirs. */
function told(option: string, { example }: Spec<unknown>, error: unknown): Sentence {
  if (!(error instanceof WrongValue || error instanceof WrongUse || error instanceof Failure)) throw error;
  const problem = error.said;
  if (example === undefined) return sentence('options', 'wrong', { option, problem });
  return sentence('options', 'wrongLike', { option, problem, example });
}
