import { sentence } from '../../contract/words/sentence.ts';
import type { Sentence } from '../../contract/words/sentence.ts';
import { textFault } from '../../contract/text.ts';
import { Failure, WrongUse } from '../failure.ts';
import { WrongValue } from '../config/wrongValue.ts';
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
}

/**
 * Reads options by their table: the command line goes before the variable, and an empty variable, as compose files make it of
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
    const found = find(name, given);
    if (!found) continue;
    try {
      values[name] = await judged(name, found.text);
    } catch (error) {
      wrong.push(told(found.named, SPECS[name], error));
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

function find(name: OptionName, { options, env }: Given): { text: string; named: string } | null {
  const typed = options[name];
  if (typeof typed === 'string') return { text: typed, named: optionName(name) };
  const { variable }: Spec<unknown> = SPECS[name];
  const set = variable === false ? undefined : env[variableName(name)];
  return set === undefined || set === '' ? null : { text: set, named: variableName(name) };
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
