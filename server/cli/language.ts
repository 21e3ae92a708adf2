import { LANGUAGE_TAGS, isLanguage, languageFor } from '../../contract/words/languages.ts';
import type { Language } from '../../contract/words/languages.ts';
import { sentence } from '../../contract/words/sentence.ts';
import type { Voice } from '../../contract/words/write.ts';
import { WrongUse } from '../failure.ts';
import { voiceOf } from '../words.ts';

const OPTION = '--language';

/** Whoever works at the command line, by the environment: the first of these that is set says it (POSIX, 8.2). */
export function voiceByEnvironment(env: NodeJS.ProcessEnv): Voice {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return voiceOf(languageFor([locale.split(/[.@]/, 1)[0]?.replaceAll('_', '-') ?? '']));
}

/**
 * Takes `--language L` out of the arguments, wherever it stands. Throws `WrongUse` where there is none such.
 *
 * @returns null where none is given
 */
export function takeLanguage(args: readonly string[]): { chosen: Language | null; rest: string[] } {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const at = args.findIndex(
    (word, index) => index < end && (word === OPTION || word.startsWith(`${OPTION}=`)),
  );
  if (at === -1) return { chosen: null, rest: [...args] };
  const word = args[at] ?? '';
  const apart = word === OPTION;
  const chosen = (apart ? args[at + 1] : word.slice(OPTION.length + 1)) ?? '';
  if (!isLanguage(chosen)) {
    const known = LANGUAGE_TAGS.join(', ');
    throw new WrongUse(sentence('cli', 'unknownLanguage', { name: chosen, known }));
  }
  return { chosen, rest: args.toSpliced(at, apart ? 2 : 1) };
}
